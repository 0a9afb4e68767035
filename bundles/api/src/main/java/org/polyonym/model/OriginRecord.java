package org.polyonym.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record of a system, the source of everything derived.
 *
 * @param ref where it is
 * @param version 1 for the first, counted by the store
 * @param owner the authority that entered it; its Member State owns the data
 * @param category the system's own category, e.g. {@code IRREGULAR_CROSSING}, {@code REFUSAL_OF_ENTRY}
 * @param createdAt legal time of entry
 * @param updatedAt legal time of the last change
 * @param retentionUntil last day of storage, where the law sets one
 * @param identity identity data
 * @param documents travel documents
 * @param samples references to the stored samples
 * @param attributes business data of the system by attribute name; never part of CIR
 */
public record OriginRecord(
        OriginRef ref,
        long version,
        Authority owner,
        String category,
        Instant createdAt,
        Instant updatedAt,
        Optional<LocalDate> retentionUntil,
        IdentityData identity,
        List<TravelDocument> documents,
        List<SampleRef> samples,
        Map<String, String> attributes) {
    /** Copies the collections. */
    public OriginRecord {
        retentionUntil = retentionUntil == null ? Optional.empty() : retentionUntil;
        documents = documents == null ? List.of() : List.copyOf(documents);
        samples = samples == null ? List.of() : List.copyOf(samples);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** Value of an attribute, empty string when it is not set. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
