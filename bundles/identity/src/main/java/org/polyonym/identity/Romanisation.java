package org.polyonym.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Skeletons of Latin spellings that romanisation systems make of one original: digraphs become one letter, doubled letters
 * one, vowels go. Where systems disagree on a letter (J as Y, W as V or OU) both readings are kept.
 */
final class Romanisation {
    /** Least similarity of two spellings with a common skeleton; measured in development on romanisation variants. */
    static final double LEAST_SIMILARITY = 0.84;
    /** A skeleton of one consonant says nothing. */
    static final int LEAST_SKELETON = 2;

    /** Stands for CH and its relatives, so that the rule for a plain C leaves it alone. */
    private static final String AFFRICATE = "Q";

    private static final Pattern VOWELS = Pattern.compile("[AEIOUY]+");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");
    private static final Pattern HARD_C = Pattern.compile("C(?=[AOUKLRST]|$)");

    private static final String[][] DIGRAPHS = {
        {"Q", "K"},
        {"SCHTSCH", "S"},
        {"SHTCH", "S"},
        {"SHCH", "S"},
        {"STSCH", "S"},
        {"TSCH", AFFRICATE},
        {"TCH", AFFRICATE},
        {"SCH", "S"},
        {"SH", "S"},
        {"CH", AFFRICATE},
        {"DZH", "J"},
        {"DJ", "J"},
        {"ZH", "J"},
        {"KH", "H"},
        {"GH", "G"},
        {"PH", "F"},
        {"TH", "T"},
        {"DH", "D"},
        {"CK", "K"},
        {"TS", "Z"},
        {"TZ", "Z"},
        {"KS", "X"},
        {"OU", "U"},
        {"OO", "U"},
        {"EE", "I"},
        {"IY", "I"},
        {"IE", "E"},
        {"AI", "E"},
        {"AY", "E"},
        {"EI", "E"},
        {"EY", "E"}
    };

    private Romanisation() {}

    /** The spelling with digraphs and doubled letters reduced, vowels kept. */
    static String reduce(String word) {
        String text = word;
        for (String[] digraph : DIGRAPHS) {
            text = text.replace(digraph[0], digraph[1]);
        }
        text = DOUBLED.matcher(HARD_C.matcher(text).replaceAll("K")).replaceAll("$1");
        return text.length() > 1 && text.endsWith("H") ? text.substring(0, text.length() - 1) : text;
    }

    /** Up to four skeletons; empty when none has enough consonants. */
    static Set<String> skeletons(String word) {
        String reduced = reduce(word);
        Set<String> out = new LinkedHashSet<>();
        for (String j : new String[] {"J", ""}) {
            for (String w : new String[] {"V", ""}) {
                String read = consonants(reduced.replace("J", j).replace("W", w));
                String skeleton = DOUBLED.matcher(read).replaceAll("$1");
                if (skeleton.length() >= LEAST_SKELETON) {
                    out.add(skeleton);
                }
            }
        }
        return out;
    }

    /**
     * Similarity of two reduced spellings that have the same consonants and vowels that romanisation systems exchange, else
     * 0. A vowel may be unwritten inside a word, never at its ends, where it makes another name (Karim, Karima).
     */
    static double similarity(String a, String b) {
        return readings(a).stream()
                .flatMapToDouble(x -> readings(b).stream()
                        .filter(y -> consonants(x).length() >= LEAST_SKELETON && aligned(x, y))
                        .mapToDouble(y -> Edits.jaroWinkler(x, y)))
                .max()
                .orElse(0);
    }

    private static Set<String> readings(String word) {
        String reduced = reduce(word);
        Set<String> out = new LinkedHashSet<>();
        for (String j : new String[] {"J", "Y"}) {
            for (String w : new String[] {"V", "U"}) {
                out.add(reduced.replace("J", j).replace("W", w).replace("UU", "U"));
            }
        }
        return out;
    }

    private static String consonants(String reading) {
        return VOWELS.matcher(reading).replaceAll("");
    }

    private static boolean aligned(String x, String y) {
        if (!consonants(x).equals(consonants(y))) {
            return false;
        }
        List<String> left = vowelRuns(x);
        List<String> right = vowelRuns(y);
        return IntStream.range(0, left.size())
                .allMatch(i -> exchangeable(left.get(i), right.get(i), i, left.size() - 1));
    }

    /** What stands before, between and after the consonants, empty where no vowel is written. */
    private static List<String> vowelRuns(String reading) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (char c : reading.toCharArray()) {
            if ("AEIOUY".indexOf(c) >= 0) {
                run.append(c);
            } else {
                runs.add(run.toString());
                run.setLength(0);
            }
        }
        runs.add(run.toString());
        return runs;
    }

    private static boolean exchangeable(String a, String b, int at, int last) {
        if (a.isEmpty() || b.isEmpty()) {
            boolean inside = at > 0 && at < last;
            boolean muteE = at == last && (a + b).equals("E");
            return inside || muteE || a.equals(b);
        }
        return exchangeable(a.charAt(0), b.charAt(0))
                && exchangeable(a.charAt(a.length() - 1), b.charAt(b.length() - 1));
    }

    /** E stands for any short vowel; I and Y, O and U are conventions; A is never I, O or U. */
    private static boolean exchangeable(char a, char b) {
        return a == b
                || a == 'E'
                || b == 'E'
                || "IY".indexOf(a) >= 0 && "IY".indexOf(b) >= 0
                || "OU".indexOf(a) >= 0 && "OU".indexOf(b) >= 0;
    }
}
