package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.model.Authority;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.Country;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Modality;
import org.polyonym.model.NameKind;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.SampleRef;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;

/** A record for tests: a text reference, category, owner and what is known of the person. */
final class RecordBuilder {
    private final OriginRef ref;
    private final String category;
    private final Authority owner;
    private final List<PersonName> names = new ArrayList<>();
    private final List<TravelDocument> documents = new ArrayList<>();
    private final List<SampleRef> samples = new ArrayList<>();
    private PartialDate birthDate = PartialDate.of("1991-11-22");
    private String nationality = "XAA";
    private String fingers = "";
    private long version = 1;

    RecordBuilder(String ref, String category, String owner) {
        this.ref = OriginRef.of(ref);
        this.category = category;
        this.owner = Authority.of(owner);
    }

    static RecordBuilder eurodac(String id, String state) {
        return new RecordBuilder("EURODAC/" + id, "APPLICANT", "ASYLUM@" + state);
    }

    static RecordBuilder alert(String id, String category, String state) {
        return new RecordBuilder("SIS/" + id, category, "SIRENE@" + state);
    }

    static RecordBuilder ees(String id) {
        return new RecordBuilder("EES/" + id, "ENTRY", "BORDER_FIRST_LINE@MS-4");
    }

    static RecordBuilder vis(String id) {
        return new RecordBuilder("VIS/" + id, "VISA_APPLICATION", "VISA@MS-5");
    }

    RecordBuilder named(String given, String family) {
        names.add(new PersonName(names.isEmpty() ? NameKind.CURRENT : NameKind.ALIAS, family, given));
        return this;
    }

    RecordBuilder misusing(String given, String family) {
        names.add(new PersonName(NameKind.MISUSED, family, given));
        return this;
    }

    RecordBuilder born(String date) {
        birthDate = PartialDate.of(date);
        return this;
    }

    RecordBuilder of(String country) {
        nationality = country;
        return this;
    }

    /** Fingerprints of that person. */
    RecordBuilder fingersOf(String person) {
        fingers = person;
        return sample(Modality.FINGERPRINT, true);
    }

    RecordBuilder face() {
        return sample(Modality.FACE, false);
    }

    RecordBuilder palm() {
        return sample(Modality.PALM_PRINT, false);
    }

    private RecordBuilder sample(Modality modality, boolean template) {
        samples.add(new SampleRef(
                "s" + samples.size(),
                modality,
                modality == Modality.FINGERPRINT ? FingerPosition.RIGHT_INDEX : FingerPosition.UNKNOWN,
                CaptureContext.LIVE,
                70,
                template));
        return this;
    }

    RecordBuilder passport(String number) {
        documents.add(new TravelDocument("P", number, Country.of("XAA"), Optional.empty()));
        return this;
    }

    RecordBuilder version(long number) {
        version = number;
        return this;
    }

    Optional<String> fingers() {
        return fingers.isEmpty() ? Optional.empty() : Optional.of(fingers);
    }

    OriginRecord build(Instant at) {
        IdentityData identity = new IdentityData(
                names, birthDate, "Utoville", Optional.empty(), Sex.M, List.of(Country.of(nationality)));
        return new OriginRecord(
                ref, version, owner, category, at, at, Optional.empty(), identity, documents, samples, Map.of());
    }
}
