package org.polyonym.perf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares what officers were shown with who the people are. Who they are is known from the generator, before any answer of
 * the platform.
 */
final class Truth {
    /** A link as an officer was shown it; {@code colour} is {@code GROUP} for two records of one identity group. */
    record Shown(String a, String b, String colour) {}

    /** Two records of one person in two systems that take part in detection. */
    record Pair(String a, String b) {}

    /**
     * What came of it.
     *
     * @param falseLinks shown although the records are of different people
     * @param missed pairs of one person that nobody was shown as linked
     * @param right pairs that were shown
     */
    record Verdict(List<Shown> falseLinks, List<Pair> missed, int right) {
        double falsePerThousand(int registrations) {
            return registrations == 0 ? 0 : falseLinks.size() * 1000.0 / registrations;
        }
    }

    private Truth() {}

    /**
     * Judges.
     *
     * @param personOf the person of each record that the campaign entered; a record that is not in it belongs to somebody else
     * @param shown every link and group that officers were shown for those records
     * @param expected pairs of one person
     */
    static Verdict judge(Map<String, Long> personOf, Collection<Shown> shown, Collection<Pair> expected) {
        Map<String, Shown> distinct = new LinkedHashMap<>();
        shown.forEach(link -> distinct.putIfAbsent(key(link.a(), link.b()), link));
        List<Shown> wrong = distinct.values().stream()
                .filter(link -> isHonest(personOf, link))
                .filter(link -> !Objects.equals(personOf.get(link.a()), personOf.get(link.b())))
                .toList();
        List<Pair> missed = new ArrayList<>();
        int right = 0;
        for (Pair pair : expected) {
            if (distinct.containsKey(key(pair.a(), pair.b()))) {
                right++;
            } else {
                missed.add(pair);
            }
        }
        return new Verdict(wrong, missed, right);
    }

    private static boolean isHonest(Map<String, Long> personOf, Shown link) {
        return personOf.containsKey(link.a()) || personOf.containsKey(link.b());
    }

    private static String key(String a, String b) {
        return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
    }
}
