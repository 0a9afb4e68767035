package org.polyonym.simulation.fingerprints;

import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * Templates of several fingers, compared as the FVC protocol does.
 *
 * @param fingers per finger its impressions; each finger has the same number or fewer
 */
record PrintSet(List<List<FingerprintTemplate>> fingers) {

    /** All pairs of impressions of one finger, each once. */
    Scores genuine() {
        List<Double> scores = new ArrayList<>();
        for (List<FingerprintTemplate> finger : fingers) {
            for (int i = 0; i + 1 < finger.size(); i++) {
                FingerprintMatcher matcher = new FingerprintMatcher(finger.get(i));
                finger.subList(i + 1, finger.size()).forEach(other -> scores.add(matcher.match(other)));
            }
        }
        return scores(scores);
    }

    /** At least {@code wanted} random pairs of different fingers, evenly over all impressions as probes. */
    Scores impostor(RandomStream random, int wanted) {
        int probes = fingers.stream().mapToInt(List::size).sum();
        int each = Math.ceilDiv(wanted, probes);
        List<Double> scores = new ArrayList<>();
        for (int f = 0; f < fingers.size(); f++) {
            for (FingerprintTemplate probe : fingers.get(f)) {
                FingerprintMatcher matcher = new FingerprintMatcher(probe);
                for (int n = 0; n < each; n++) {
                    scores.add(matcher.match(anotherFinger(random, f)));
                }
            }
        }
        return scores(scores);
    }

    /** Every pair of impressions of different fingers, each once. */
    Scores allImpostors() {
        List<Double> scores = new ArrayList<>();
        for (int f = 0; f < fingers.size(); f++) {
            for (FingerprintTemplate probe : fingers.get(f)) {
                FingerprintMatcher matcher = new FingerprintMatcher(probe);
                fingers.subList(f + 1, fingers.size())
                        .forEach(other -> other.forEach(template -> scores.add(matcher.match(template))));
            }
        }
        return scores(scores);
    }

    /** Plain sums over {@code together} consecutive fingers of one person, for all pairs of impressions. */
    Scores fusedGenuine(int together) {
        List<Double> sums = new ArrayList<>();
        for (int first = 0; first + together <= fingers.size(); first += together) {
            List<List<FingerprintTemplate>> person = fingers.subList(first, first + together);
            int impressions = person.getFirst().size();
            for (int i = 0; i < impressions; i++) {
                for (int j = i + 1; j < impressions; j++) {
                    sums.add(sum(person, i, j));
                }
            }
        }
        return scores(sums);
    }

    double meanMinutiae() {
        return fingers.stream()
                .flatMap(List::stream)
                .mapToInt(PrintSet::minutiae)
                .average()
                .orElse(Double.NaN);
    }

    private static double sum(List<List<FingerprintTemplate>> person, int i, int j) {
        double sum = 0;
        for (List<FingerprintTemplate> finger : person) {
            sum += new FingerprintMatcher(finger.get(i)).match(finger.get(j));
        }
        return sum;
    }

    private FingerprintTemplate anotherFinger(RandomStream random, int finger) {
        int other = (finger + 1 + (int) (random.uniform() * (fingers.size() - 1))) % fingers.size();
        List<FingerprintTemplate> impressions = fingers.get(other);
        return impressions.get((int) (random.uniform() * impressions.size()));
    }

    /** An ISO/IEC 19794-2:2005 record has 30 bytes beside the six of each minutia. */
    static int minutiae(FingerprintTemplate template) {
        byte[] record = FingerprintCompatibility.exportTemplates(TemplateFormat.ISO_19794_2_2005, template);
        return (record.length - 30) / 6;
    }

    private static Scores scores(List<Double> values) {
        return Scores.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
