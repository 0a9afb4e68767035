package org.polyonym.esp.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Modality;
import org.polyonym.model.TravelDocument;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SearchQuery;

/**
 * Body of a portal search.
 *
 * @param identity identity data to search with
 * @param documents travel documents to search with
 * @param samples fingerprint images to search with
 * @param mode how names and numbers are compared, one edit unless said
 * @param timeoutMillis longest wait for a source, 1 to 30,000, 5,000 unless said
 */
record PortalRequest(
        IdentityData identity,
        List<TravelDocument> documents,
        List<BiometricSample> samples,
        SearchQuery.Mode mode,
        Optional<Integer> timeoutMillis) {
    /** Wait for a source when the request names none. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);
    /** Longest wait that a request may name. */
    static final Duration MAX_TIMEOUT = Duration.ofSeconds(30);
    /** Most documents in one search. */
    static final int MAX_DOCUMENTS = 20;
    /** Most samples in one search: two sets of ten fingers. */
    static final int MAX_SAMPLES = 20;

    PortalRequest {
        identity = identity == null ? IdentityData.NONE : identity;
        documents = documents == null ? List.of() : List.copyOf(documents);
        samples = samples == null ? List.of() : List.copyOf(samples);
        mode = mode == null ? SearchQuery.Mode.ONE_EDIT : mode;
        timeoutMillis = timeoutMillis == null ? Optional.empty() : timeoutMillis;
    }

    /** Refuses what cannot be searched with. */
    void check() {
        boolean keys = !identity.names().isEmpty() || identity.birthDate().year() != 0 || !documents.isEmpty();
        if (!keys && samples.stream().noneMatch(s -> s.modality() == Modality.FINGERPRINT)) {
            throw ProblemException.ofField(
                    ProblemType.MISSING_FIELD,
                    "identity",
                    "a search needs a name, a birth date, a document or a fingerprint");
        }
        if (documents.size() > MAX_DOCUMENTS) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "documents", "at most 20 documents");
        }
        checkSamples(samples);
        timeout();
    }

    /** Palm prints are refused rather than dropped, so that nobody believes they were searched with. */
    static void checkSamples(List<BiometricSample> samples) {
        if (samples.size() > MAX_SAMPLES) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "samples", "at most 20 samples");
        }
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).modality() == Modality.PALM_PRINT) {
                throw ProblemException.ofField(
                        ProblemType.PALM_PRINT_REFUSED, "samples/" + i, "palm prints are not searched with");
            }
        }
    }

    Duration timeout() {
        Duration wished = timeoutMillis.map(Duration::ofMillis).orElse(DEFAULT_TIMEOUT);
        if (!wished.isPositive() || wished.compareTo(MAX_TIMEOUT) > 0) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "timeoutMillis", "1 to 30,000");
        }
        return wished;
    }

    SearchKeys keys() {
        List<BiometricSample> prints = samples.stream()
                .filter(s -> s.modality() == Modality.FINGERPRINT)
                .toList();
        return new SearchKeys(new SearchQuery(identity, documents, mode), prints);
    }
}
