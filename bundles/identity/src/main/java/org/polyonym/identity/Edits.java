package org.polyonym.identity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Small string measures. Pure functions on short strings. */
final class Edits {
    private static final int JARO_WINKLER_PREFIX = 4;
    private static final double JARO_WINKLER_WEIGHT = 0.1;

    private Edits() {}

    /** Whether exactly one character was inserted, deleted or substituted. */
    static boolean oneEdit(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        if (longer.length() - shorter.length() > 1 || a.equals(b)) {
            return false;
        }
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
            i++;
        }
        int skip = shorter.length() == longer.length() ? 1 : 0;
        return shorter.substring(i + skip).equals(longer.substring(i + 1));
    }

    /** Whether two letters changed places, next to each other or not. */
    static boolean lettersInverted(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int[] differing = IntStream.range(0, a.length())
                .filter(i -> a.charAt(i) != b.charAt(i))
                .toArray();
        return differing.length == 2
                && a.charAt(differing[0]) == b.charAt(differing[1])
                && a.charAt(differing[1]) == b.charAt(differing[0]);
    }

    /** All strings with one character left out. */
    static Set<String> deletions(String word) {
        Set<String> out = new LinkedHashSet<>();
        for (int i = 0; i < word.length(); i++) {
            out.add(word.substring(0, i) + word.substring(i + 1));
        }
        return out;
    }

    /** The letters in order of the alphabet. */
    static String sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    /** Jaro-Winkler similarity, 0 to 1. */
    static double jaroWinkler(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(JARO_WINKLER_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * JARO_WINKLER_WEIGHT * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] taken = new boolean[b.length()];
        StringBuilder fromA = new StringBuilder();
        for (int i = 0; i < a.length(); i++) {
            int last = Math.min(b.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= last; j++) {
                if (!taken[j] && a.charAt(i) == b.charAt(j)) {
                    taken[j] = true;
                    fromA.append(a.charAt(i));
                    break;
                }
            }
        }
        int common = fromA.length();
        if (common == 0) {
            return 0;
        }
        int misplaced = misplaced(fromA, b, taken);
        return ((double) common / a.length() + (double) common / b.length() + (common - misplaced / 2.0) / common) / 3;
    }

    private static int misplaced(StringBuilder fromA, String b, boolean[] taken) {
        int misplaced = 0;
        int k = 0;
        for (int j = 0; j < b.length(); j++) {
            if (taken[j] && fromA.charAt(k++) != b.charAt(j)) {
                misplaced++;
            }
        }
        return misplaced;
    }
}
