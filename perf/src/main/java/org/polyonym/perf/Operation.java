package org.polyonym.perf;

import org.polyonym.model.AuthorityKind;
import org.polyonym.model.Purpose;

/** What honest traffic consists of, and which authority asks for which purpose. */
enum Operation {
    SIS_NAME("SIS by name", Type.NAME, AuthorityKind.POLICE_PATROL, Purpose.POLICE_CHECK),
    BORDER_NAME("EES border by name and document", Type.NAME, AuthorityKind.BORDER_FIRST_LINE, Purpose.BORDER_ENTRY),
    BORDER_PRINTS("EES border by prints", Type.PRINTS, AuthorityKind.BORDER_SECOND_LINE, Purpose.BORDER_SECOND_LINE),
    VISA_NAME("VIS by name and document", Type.NAME, AuthorityKind.VISA, Purpose.VISA_EXAMINATION),
    ETIAS_NAME("ETIAS by name and document", Type.NAME, AuthorityKind.ETIAS_CENTRAL_UNIT, Purpose.ETIAS_VERIFICATION),
    ASYLUM_NAME("Eurodac by name", Type.NAME, AuthorityKind.ASYLUM, Purpose.ASYLUM),
    ASYLUM_PRINTS("Eurodac by prints", Type.PRINTS, AuthorityKind.ASYLUM, Purpose.ASYLUM),
    IDENTITY_CHECK("Identity check Art 20 by prints", Type.CHECK, AuthorityKind.POLICE_PATROL, Purpose.ID_CHECK_ART20),
    FLAG("Flag search Art 22 by name", Type.NAME, AuthorityKind.LAW_ENFORCEMENT, Purpose.LE_FLAG_ART22),
    EUROPOL_INTERPOL(
            "Europol and Interpol by name and document", Type.NAME, AuthorityKind.POLICE, Purpose.POLICE_CHECK),
    ENTRY_BARE(
            "Registration EES without images",
            Type.REGISTRATION,
            AuthorityKind.BORDER_FIRST_LINE,
            Purpose.BORDER_ENTRY),
    ENTRY_PRINTS(
            "Registration EES with images", Type.REGISTRATION, AuthorityKind.BORDER_FIRST_LINE, Purpose.BORDER_ENTRY),
    VISA_APPLICATION("Registration VIS with images", Type.REGISTRATION, AuthorityKind.VISA, Purpose.VISA_EXAMINATION),
    ASYLUM_APPLICATION("Registration Eurodac with images", Type.REGISTRATION, AuthorityKind.ASYLUM, Purpose.ASYLUM);

    /** How it is asked and which goal it is held to. */
    enum Type {
        NAME,
        PRINTS,
        CHECK,
        REGISTRATION;

        boolean biometric() {
            return this == PRINTS || this == CHECK;
        }
    }

    private final String label;
    private final Type type;
    private final AuthorityKind authority;
    private final Purpose purpose;

    Operation(String label, Type type, AuthorityKind authority, Purpose purpose) {
        this.label = label;
        this.type = type;
        this.authority = authority;
        this.purpose = purpose;
    }

    String label() {
        return label;
    }

    Type type() {
        return type;
    }

    AuthorityKind authority() {
        return authority;
    }

    Purpose purpose() {
        return purpose;
    }
}
