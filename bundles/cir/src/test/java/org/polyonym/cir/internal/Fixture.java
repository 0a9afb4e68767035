package org.polyonym.cir.internal;

import java.time.Instant;
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

/** Records with everything that a record can hold. */
final class Fixture {
    private Fixture() {}

    static OriginRecord record(String ref) {
        return record(ref, "BERG");
    }

    static OriginRecord record(String ref, String familyName) {
        IdentityData identity = new IdentityData(
                List.of(
                        new PersonName(NameKind.CURRENT, familyName, "Anna"),
                        new PersonName(NameKind.AT_BIRTH, "STEIN", "Anna"),
                        new PersonName(NameKind.PREVIOUS, "HOLM", "Anna"),
                        new PersonName(NameKind.ALIAS, "ROSE", "Ann"),
                        new PersonName(NameKind.MISUSED, "VICTIM", "Eve")),
                PartialDate.of("1984-07-19"),
                "Utoville",
                Optional.of(Country.of("XAA")),
                Sex.F,
                List.of(Country.of("XAA")));
        return new OriginRecord(
                OriginRef.of(ref),
                1,
                Authority.of("VISA@MS-1"),
                "ANY",
                entered(ref),
                entered(ref),
                Optional.empty(),
                identity,
                List.of(new TravelDocument("P", "A1", Country.of("XAA"), Optional.empty())),
                List.of(
                        sample("1", Modality.FINGERPRINT),
                        sample("2", Modality.FACE),
                        sample("3", Modality.PALM_PRINT)),
                Map.of("decision", "REFUSED"));
    }

    /** The higher the number, the later the entry. */
    private static Instant entered(String ref) {
        return Instant.ofEpochSecond(Long.parseLong(OriginRef.of(ref).recordId()));
    }

    private static SampleRef sample(String id, Modality modality) {
        return new SampleRef(id, modality, FingerPosition.UNKNOWN, CaptureContext.LIVE, 60, true);
    }
}
