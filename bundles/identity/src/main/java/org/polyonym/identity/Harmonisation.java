package org.polyonym.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polyonym.model.PersonName;

/**
 * Brings names and places to one form before anything is compared: Unicode NFKC, capitals, one kind of hyphen and
 * apostrophe, single blanks, ICAO 9303 letters. The same code serves index and query. Stateless and thread-safe.
 */
public final class Harmonisation {
    static final List<String> TABLES = List.of("placeholders.tsv", "particles.tsv");
    private static final Set<String> PLACEHOLDERS = words("placeholders.tsv");
    private static final Set<String> PARTICLES = words("particles.tsv");

    private static final Pattern APOSTROPHES =
            Pattern.compile("[\\u2018\\u2019\\u02BC\\u02BB\\u02BE\\u02BF\\u0060\\u00B4\\u05F3]");
    private static final Pattern HYPHENS = Pattern.compile("\\p{Pd}");
    private static final Pattern COMMAS = Pattern.compile("[\\u060C\\uFF0C]");
    /** Short vowels, shadda and the lengthening stroke: most writers leave them out. */
    private static final Pattern ARABIC_MARKS = Pattern.compile("[\\u064B-\\u0652\\u0656-\\u065F\\u0670\\u0640]");

    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M} ,'-]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern AROUND_MARKS = Pattern.compile(" ?([,-]) ?");

    private Harmonisation() {}

    /** Both parts of a name. */
    public static HarmonisedName name(PersonName name) {
        return new HarmonisedName(name.kind(), text(name.familyName()), text(name.givenNames()));
    }

    /** One field; a placeholder such as {@code FNU} becomes an empty one (R-SIM-05). */
    public static HarmonisedText text(String original) {
        String folded = fold(original);
        String latin = squeeze(Transliteration.primary(folded));
        List<String> words = split(latin);
        if (words.isEmpty() || words.stream().allMatch(PLACEHOLDERS::contains)) {
            return HarmonisedText.absent(original);
        }
        boolean isLatin = Transliteration.isLatin(folded);
        String common = isLatin ? latin : squeeze(Transliteration.common(folded));
        return new HarmonisedText(original, folded, latin, split(common), isLatin);
    }

    static boolean isParticle(String word) {
        return PARTICLES.contains(word);
    }

    private static String fold(String original) {
        String text = Normalizer.normalize(original, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        text = APOSTROPHES.matcher(text).replaceAll("'");
        text = HYPHENS.matcher(text).replaceAll("-");
        text = COMMAS.matcher(text).replaceAll(",");
        text = ARABIC_MARKS.matcher(text).replaceAll("");
        return squeeze(OTHER.matcher(text).replaceAll(" "));
    }

    private static String squeeze(String text) {
        String single = BLANKS.matcher(text).replaceAll(" ");
        return AROUND_MARKS.matcher(single).replaceAll("$1").strip();
    }

    /** Words for comparison: apostrophes vanish, hyphens and commas part. */
    private static List<String> split(String latin) {
        return Arrays.stream(latin.replace("'", "").split("[ ,-]"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> words(String table) {
        return Resources.rows(table).stream().map(row -> row[0]).collect(Collectors.toUnmodifiableSet());
    }
}
