package org.polyonym.systemkit;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.PartialDate;
import org.polyonym.model.SampleRef;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.Submission;

/** What a record or a submission holds, seen as the fields that rule tables name. */
record Content(IdentityData identity, List<TravelDocument> documents, Set<Modality> modalities) {
    private static final Map<String, Predicate<Content>> FIELDS = Map.ofEntries(
            Map.entry("identity/names", c -> !c.identity.names().isEmpty()),
            Map.entry(
                    "identity/familyName",
                    c -> c.identity.names().stream()
                            .anyMatch(n -> !n.familyName().isEmpty())),
            Map.entry("identity/birthDate", c -> !c.identity.birthDate().equals(PartialDate.UNKNOWN)),
            Map.entry("identity/birthPlace", c -> !c.identity.birthPlace().isEmpty()),
            Map.entry("identity/sex", c -> c.identity.sex() != Sex.U),
            Map.entry("identity/nationalities", c -> !c.identity.nationalities().isEmpty()),
            Map.entry("documents", c -> !c.documents.isEmpty()),
            Map.entry("samples/FINGERPRINT", c -> c.modalities.contains(Modality.FINGERPRINT)),
            Map.entry("samples/FACE", c -> c.modalities.contains(Modality.FACE)),
            Map.entry("samples/PRINTS", c -> c.any(Modality.FINGERPRINT, Modality.PALM_PRINT)),
            Map.entry("samples/BIOMETRIC", c -> c.any(Modality.FINGERPRINT, Modality.FACE)));

    static Content of(Submission s, List<SampleRef> kept) {
        Set<Modality> modalities = EnumSet.noneOf(Modality.class);
        s.samples().stream().map(BiometricSample::modality).forEach(modalities::add);
        if (s.samples().isEmpty()) {
            kept.stream().map(SampleRef::modality).forEach(modalities::add);
        }
        return new Content(s.identity(), s.documents(), modalities);
    }

    static Content of(OriginRecord r) {
        Set<Modality> modalities = EnumSet.noneOf(Modality.class);
        r.samples().stream().map(SampleRef::modality).forEach(modalities::add);
        return new Content(r.identity(), r.documents(), modalities);
    }

    private boolean any(Modality one, Modality other) {
        return modalities.contains(one) || modalities.contains(other);
    }

    boolean has(String field) {
        return FIELDS.get(field).test(this);
    }

    /** Refuses a rule table that names a field which no record has. */
    static void requireKnown(String table, Collection<String> fields) {
        fields.stream().filter(f -> !FIELDS.containsKey(f)).findFirst().ifPresent(f -> {
            throw new IllegalArgumentException("rule table " + table + " names the unknown field " + f);
        });
    }
}
