package org.polyonym.biometrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintTransparency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Repeats one comparison and reports which minutiae were paired, read from the matcher's own transparency log. Slower
 * than {@link Matcher}; for explanations only. Pure; thread-safe.
 */
public final class Explainer {
    private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());
    private static final String BEST_PAIRING = "best-pairing";

    private Explainer() {}

    /**
     * Compares and explains.
     *
     * @param probe the searching side
     * @param candidate the searched side
     * @return score and paired minutiae
     */
    public static Explanation explain(Template probe, Template candidate) {
        ProbeFinger prepared = ProbeFinger.of(probe);
        GalleryFinger searched = GalleryFinger.of(candidate);
        try (PairingLog log = new PairingLog()) {
            double score = Matcher.compare(prepared, searched);
            List<MinutiaMatch> matches =
                    log.pairing().map(p -> matches(p, probe, candidate)).orElse(List.of());
            return new Explanation(score, matches);
        }
    }

    private static List<MinutiaMatch> matches(byte[] pairing, Template probe, Template candidate) {
        List<MinutiaMatch> matches = new ArrayList<>();
        try {
            JsonNode graph = CBOR.readTree(pairing);
            JsonNode root = graph.path("root");
            matches.add(match(root.path("probe"), root.path("candidate"), probe, candidate));
            for (JsonNode edge : graph.path("tree")) {
                matches.add(match(edge.path("probeTo"), edge.path("candidateTo"), probe, candidate));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the matcher's own pairing log cannot be read", e);
        }
        return matches;
    }

    private static MinutiaMatch match(
            JsonNode probeIndex, JsonNode candidateIndex, Template probe, Template candidate) {
        int p = probeIndex.asInt(-1);
        int c = candidateIndex.asInt(-1);
        return new MinutiaMatch(
                p, c, probe.minutiae().get(p), candidate.minutiae().get(c));
    }

    /** SourceAFIS's log is bound to the thread between construction and close. */
    private static final class PairingLog extends FingerprintTransparency {
        private Optional<byte[]> pairing = Optional.empty();

        @Override
        public boolean accepts(String key) {
            return BEST_PAIRING.equals(key);
        }

        @Override
        public void take(String key, String mime, byte[] data) {
            pairing = Optional.of(data);
        }

        Optional<byte[]> pairing() {
            return pairing;
        }
    }
}
