package org.polyonym.identity;

import java.util.List;

/**
 * A name field or place in comparable form.
 *
 * @param original as registered
 * @param folded capitals in the original script with unified punctuation
 * @param latin ICAO 9303 letters with the punctuation that was there
 * @param words usual Latin words, without punctuation
 * @param isLatin whether the original is in Latin script
 */
public record HarmonisedText(String original, String folded, String latin, List<String> words, boolean isLatin) {
    /** Copies the list. */
    public HarmonisedText {
        words = List.copyOf(words);
    }

    static HarmonisedText absent(String original) {
        return new HarmonisedText(original, "", "", List.of(), true);
    }

    /** Whether nothing is known: empty, or only a placeholder. */
    public boolean isAbsent() {
        return words.isEmpty();
    }

    /** The words with single blanks. */
    String spaced() {
        return String.join(" ", words);
    }

    /** The words without blanks. */
    String joined() {
        return String.join("", words);
    }
}
