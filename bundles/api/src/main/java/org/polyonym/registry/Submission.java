package org.polyonym.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.IdentityData;
import org.polyonym.model.TravelDocument;

/**
 * What an authority enters.
 *
 * @param category the system's own category
 * @param recordId wished identifier, or empty for one given by the system
 * @param identity identity data
 * @param documents travel documents
 * @param samples captured samples
 * @param attributes business data by the names of the attribute table
 */
public record Submission(
        String category,
        Optional<String> recordId,
        IdentityData identity,
        List<TravelDocument> documents,
        List<BiometricSample> samples,
        Map<String, String> attributes) {
    /** Fills what is missing and copies the collections. */
    public Submission {
        recordId = recordId == null ? Optional.empty() : recordId;
        identity = identity == null ? IdentityData.NONE : identity;
        documents = documents == null ? List.of() : List.copyOf(documents);
        samples = samples == null ? List.of() : List.copyOf(samples);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }
}
