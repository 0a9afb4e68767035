package org.polyonym.scenarios.steps;

import io.cucumber.java.ParameterType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.MemberState;
import org.polyonym.model.Purpose;

/** The words that features use for authorities, systems and colours. */
public final class Vocabulary {
    private static final Map<String, AuthorityKind> AUTHORITIES = Map.ofEntries(
            Map.entry("border guard", AuthorityKind.BORDER_FIRST_LINE),
            Map.entry("second-line border officer", AuthorityKind.BORDER_SECOND_LINE),
            Map.entry("visa officer", AuthorityKind.VISA),
            Map.entry("VIS designated officer", AuthorityKind.VIS_DESIGNATED),
            Map.entry("immigration officer", AuthorityKind.IMMIGRATION),
            Map.entry("asylum officer", AuthorityKind.ASYLUM),
            Map.entry("police patrol", AuthorityKind.POLICE_PATROL),
            Map.entry("police officer", AuthorityKind.POLICE),
            Map.entry("SIRENE officer", AuthorityKind.SIRENE),
            Map.entry("Europol officer", AuthorityKind.EUROPOL),
            Map.entry("law-enforcement officer", AuthorityKind.LAW_ENFORCEMENT),
            Map.entry("customs officer", AuthorityKind.CUSTOMS),
            Map.entry("supervisor", AuthorityKind.SUPERVISOR),
            Map.entry("operator", AuthorityKind.OPERATIONS));

    private static final Map<AuthorityKind, Purpose> PURPOSES = Map.ofEntries(
            Map.entry(AuthorityKind.BORDER_FIRST_LINE, Purpose.BORDER_ENTRY),
            Map.entry(AuthorityKind.BORDER_SECOND_LINE, Purpose.BORDER_SECOND_LINE),
            Map.entry(AuthorityKind.VISA, Purpose.VISA_EXAMINATION),
            Map.entry(AuthorityKind.VIS_DESIGNATED, Purpose.VISA_HIT_VERIFICATION),
            Map.entry(AuthorityKind.IMMIGRATION, Purpose.STAY_CHECK),
            Map.entry(AuthorityKind.ASYLUM, Purpose.ASYLUM),
            Map.entry(AuthorityKind.POLICE_PATROL, Purpose.ID_CHECK_ART20),
            Map.entry(AuthorityKind.POLICE, Purpose.POLICE_CHECK),
            Map.entry(AuthorityKind.SIRENE, Purpose.SIRENE),
            Map.entry(AuthorityKind.EUROPOL, Purpose.EUROPOL_ANALYSIS),
            Map.entry(AuthorityKind.LAW_ENFORCEMENT, Purpose.LE_FULL),
            Map.entry(AuthorityKind.CUSTOMS, Purpose.CUSTOMS),
            Map.entry(AuthorityKind.SUPERVISOR, Purpose.SUPERVISION),
            Map.entry(AuthorityKind.OPERATIONS, Purpose.OPERATIONS));

    static Purpose purposeOf(AuthorityKind kind) {
        return PURPOSES.get(kind);
    }

    static Set<AuthorityKind> everyKind() {
        return AUTHORITIES.values().stream().collect(Collectors.toSet());
    }

    /** E.g. {@code an asylum officer of MS-2}, {@code the supervisor of EU}. */
    @ParameterType("(?:an?|the) (border guard|second-line border officer|visa officer|VIS designated officer"
            + "|immigration officer|asylum officer|police patrol|police officer|SIRENE officer|Europol officer"
            + "|law-enforcement officer|customs officer|supervisor|operator) of ([A-Z]{2,3}(?:-[0-9]+)?)")
    public Authority officer(String kind, String state) {
        return new Authority(AUTHORITIES.get(kind), MemberState.of(state));
    }

    /** A system code. */
    @ParameterType("EURODAC|SIS|EES|VIS|EUROPOL|INTERPOL|[A-Z]{3,}-[A-Z0-9-]+")
    public String system(String code) {
        return code;
    }

    /** One of the example agencies. */
    @ParameterType("police register of MS-2|passenger unit of MS-1")
    public String agency(String name) {
        return name;
    }

    /** A colour of a link. */
    @ParameterType("yellow|white|red|green")
    public LinkColour colour(String word) {
        return LinkColour.valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    /** The name of somebody in the scenario: one word with a capital. */
    @ParameterType("[A-Z][a-z]+[0-9]*|N[0-9]+")
    public String who(String name) {
        return name;
    }

    /** What a bad connector does. */
    @ParameterType("throws an error|throws|hangs|floods|returns garbage|takes a gigabyte")
    public String badly(String words) {
        return switch (words) {
            case "returns garbage" -> "garbage";
            case "throws an error" -> "errors";
            case "takes a gigabyte" -> "gigabyte";
            default -> words;
        };
    }

    /** A category or other code in capitals. */
    @ParameterType("[A-Z][A-Z0-9_]+")
    public String code(String word) {
        return word;
    }
}
