package org.polyonym.identity;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Romanisation by the ICAO 9303 tables (Greek by ELOT 743), and the test whether a Latin spelling is a known
 * transliteration of another spelling. Scripts without a table here go through ICU's generic rules. Stateless and
 * thread-safe; input is upper-case text as {@link Harmonisation} makes it.
 */
final class Transliteration {
    static final List<String> TABLES = List.of("latin.tsv", "cyrillic.tsv", "greek.tsv", "arabic.tsv");
    private static final int LONGEST_SOURCE = 2;
    private static final int MOST_FREE_VOWELS = 2;
    private static final String NOTHING = "~";

    /** One row: what is written, its form in the machine readable zone, the usual form, every known form. */
    private record Unit(String source, String primary, String common, Set<String> forms) {}

    private static final Map<String, Unit> UNITS = load();

    private Transliteration() {}

    /** The ICAO form: letters A to Z, blanks and the punctuation that was there. */
    static String primary(String upper) {
        return convert(upper, Unit::primary);
    }

    /** The usual Latin form, the one that people write in the visual zone. */
    static String common(String upper) {
        return convert(upper, Unit::common);
    }

    /** Whether every letter is Latin, with or without marks. */
    static boolean isLatin(String upper) {
        return upper.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    /** Whether the Latin spelling is a member of the known transliterations of the source spelling. */
    static boolean knows(String source, String latin) {
        boolean abjad = source.codePoints().anyMatch(Transliteration::isAbjad);
        String from = abjad ? lettersOnly(source) : source;
        String to = abjad ? lettersOnly(latin) : latin;
        return new Matching(from, to, abjad).matches(0, 0);
    }

    private static String lettersOnly(String text) {
        return text.replaceAll("[ ,'-]", "");
    }

    private static boolean isAbjad(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.ARABIC || script == Character.UnicodeScript.HEBREW;
    }

    private static String convert(String upper, Function<Unit, String> form) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < upper.length(); ) {
            Unit unit = longestUnit(upper, i);
            out.append(form.apply(unit));
            i += unit.source().length();
        }
        return out.toString();
    }

    private static Unit longestUnit(String text, int at) {
        List<Unit> units = unitsAt(text, at);
        return units.get(units.size() - 1);
    }

    /** Units that fit at a place, shortest first; always at least one. */
    private static List<Unit> unitsAt(String text, int at) {
        List<Unit> found = new ArrayList<>();
        for (int length = 1; length <= LONGEST_SOURCE && at + length <= text.length(); length++) {
            Unit unit = UNITS.get(text.substring(at, at + length));
            if (unit != null) {
                found.add(unit);
            }
        }
        if (found.isEmpty() || found.get(0).source().length() > 1) {
            found.add(0, unlisted(text, at));
        }
        return found;
    }

    private static Unit unlisted(String text, int at) {
        String source = text.substring(at, at + Character.charCount(text.codePointAt(at)));
        String base = Normalizer.normalize(source, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        Unit listed = base.equals(source) ? null : UNITS.get(base);
        if (listed != null) {
            return new Unit(source, listed.primary(), listed.common(), listed.forms());
        }
        String latin = plain(base) ? base : IcuHolder.toLatin(base);
        return new Unit(source, latin, latin, Set.of(latin));
    }

    private static boolean plain(String text) {
        return text.chars().allMatch(c -> c >= 'A' && c <= 'Z' || " ,'-".indexOf(c) >= 0);
    }

    private static Map<String, Unit> load() {
        Map<String, Unit> units = new HashMap<>();
        for (String table : TABLES) {
            for (String[] row : Resources.rows(table)) {
                Set<String> forms = new LinkedHashSet<>();
                Stream.concat(Stream.of(row[1], row[2]), Arrays.stream(row[3].split(",")))
                        .filter(form -> !form.isEmpty())
                        .forEach(form -> forms.add(form.replace(NOTHING, "")));
                units.put(
                        row[0],
                        new Unit(row[0], row[1].replace(NOTHING, ""), row[2].replace(NOTHING, ""), Set.copyOf(forms)));
            }
        }
        return Map.copyOf(units);
    }

    /** Backtracking with a memory of dead ends; the work is bounded by the product of the two lengths. */
    private static final class Matching {
        private final String source;
        private final String latin;
        private final boolean abjad;
        private final boolean[][] dead;

        Matching(String source, String latin, boolean abjad) {
            this.source = source;
            this.latin = latin;
            this.abjad = abjad;
            this.dead = new boolean[source.length() + 1][latin.length() + 1];
        }

        boolean matches(int i, int j) {
            if (i == source.length() && j == latin.length()) {
                return true;
            }
            if (dead[i][j]) {
                return false;
            }
            dead[i][j] = true;
            return i < source.length() && byUnit(i, j) || abjad && byFreeVowel(i, j);
        }

        private boolean byUnit(int i, int j) {
            for (Unit unit : unitsAt(source, i)) {
                int next = i + unit.source().length();
                for (String form : unit.forms()) {
                    int end = j + form.length();
                    if (latin.startsWith(form, j) && (matches(next, end) || doubled(form, next, end))) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** A consonant with shadda is written once in the script and twice in Latin. */
        private boolean doubled(String form, int next, int end) {
            return abjad && !form.isEmpty() && latin.startsWith(form, end) && matches(next, end + form.length());
        }

        private boolean byFreeVowel(int i, int j) {
            for (int length = 1; length <= MOST_FREE_VOWELS && j + length <= latin.length(); length++) {
                if ("AEIOUY".indexOf(latin.charAt(j + length - 1)) < 0) {
                    return false;
                }
                if (matches(i, j + length)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Loaded only when a script without a table of its own comes up. */
    private static final class IcuHolder {
        private static final Transliterator ANY_LATIN =
                Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; Latin-ASCII; Upper");

        private static String toLatin(String text) {
            return ANY_LATIN.transliterate(text).replaceAll("[^A-Z ]", "");
        }
    }
}
