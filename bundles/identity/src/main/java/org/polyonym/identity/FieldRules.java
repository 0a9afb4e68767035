package org.polyonym.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Annex I and II for one surname or forename field: rules (a) and (d) to (h). Every rule is always tried. */
final class FieldRules {
    /** Longest name of the machine readable zones TD1, TD2 and TD3; a field cut there was cut by the form. */
    private static final int[] MRZ_LENGTHS = {30, 31, 39};
    /** Shortest rest of a name that may count as truncated. */
    private static final int LEAST_TRUNCATED = 3;

    private FieldRules() {}

    /** Outcome of a field: what it is and why. */
    record FieldOutcome(CategoryClass outcome, List<AppliedRule> rules) {
        boolean fits() {
            return outcome == CategoryClass.SAME || outcome == CategoryClass.SIMILAR;
        }
    }

    static FieldOutcome compare(HarmonisedText a, HarmonisedText b) {
        if (a.isAbsent() || b.isAbsent()) {
            return new FieldOutcome(CategoryClass.MISSING, List.of());
        }
        if (same(a, b)) {
            return new FieldOutcome(CategoryClass.SAME, List.of());
        }
        List<AppliedRule> rules = new ArrayList<>();
        transliterated(a, b).forEach(how -> rules.add(rule("a", how)));
        if (a.isLatin() == b.isLatin()) {
            addSpellingRules(a, b, rules);
        }
        return new FieldOutcome(rules.isEmpty() ? CategoryClass.DIFFERENT : CategoryClass.SIMILAR, rules);
    }

    /** Equal in the original script, or equal ICAO letters when both are Latin: marks and case are format. */
    static boolean same(HarmonisedText a, HarmonisedText b) {
        return a.folded().equals(b.folded())
                || a.isLatin() && b.isLatin() && a.latin().equals(b.latin());
    }

    /** How the spellings are explained as transliterations of one original; empty when they are not. */
    static List<String> transliterated(HarmonisedText a, HarmonisedText b) {
        List<String> how = new ArrayList<>();
        if (isKnown(a, b) || isKnown(b, a)) {
            how.add(a.isLatin() && b.isLatin() ? "other ICAO 9303 form of a national letter" : "romanisation table");
        }
        double similarity = Romanisation.similarity(a.joined(), b.joined());
        if (similarity >= Romanisation.LEAST_SIMILARITY) {
            how.add(String.format(Locale.ROOT, "romanisation variant, similarity %.2f", similarity));
        }
        return how;
    }

    private static boolean isKnown(HarmonisedText from, HarmonisedText to) {
        return to.isLatin() && !from.folded().equals(from.latin()) && Transliteration.knows(from.folded(), to.latin());
    }

    private static void addSpellingRules(HarmonisedText a, HarmonisedText b, List<AppliedRule> rules) {
        if (twoWordsInverted(a.words(), b.words())) {
            rules.add(rule("d", "two words changed places"));
        }
        if (Edits.lettersInverted(a.joined(), b.joined())
                && a.words().size() == b.words().size()) {
            rules.add(rule("e", "two letters changed places"));
        }
        if (Edits.oneEdit(a.latin(), b.latin()) || Edits.oneEdit(a.spaced(), b.spaced())) {
            rules.add(rule("f", "one character inserted, deleted or substituted"));
        }
        if (punctuationOnly(a, b)) {
            rules.add(rule("g", "hyphen, comma or apostrophe"));
        }
        truncation(a, b).ifPresent(how -> rules.add(rule("h", how)));
    }

    private static boolean punctuationOnly(HarmonisedText a, HarmonisedText b) {
        boolean punctuated = !a.latin().matches("[A-Z ]*") || !b.latin().matches("[A-Z ]*");
        return punctuated && (a.spaced().equals(b.spaced()) || a.joined().equals(b.joined()));
    }

    private static boolean twoWordsInverted(List<String> a, List<String> b) {
        if (a.size() != b.size()) {
            return false;
        }
        List<Integer> differing = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                differing.add(i);
            }
        }
        return differing.size() == 2
                && a.get(differing.get(0)).equals(b.get(differing.get(1)))
                && a.get(differing.get(1)).equals(b.get(differing.get(0)));
    }

    private static Optional<String> truncation(HarmonisedText a, HarmonisedText b) {
        String shorter = a.spaced().length() < b.spaced().length() ? a.spaced() : b.spaced();
        String longer = shorter.equals(a.spaced()) ? b.spaced() : a.spaced();
        if (!longer.startsWith(shorter) || shorter.length() == longer.length() || shorter.length() < LEAST_TRUNCATED) {
            return Optional.empty();
        }
        boolean byForm = Arrays.stream(MRZ_LENGTHS).anyMatch(limit -> shorter.length() == limit);
        return Optional.of(
                byForm
                        ? "truncated at the length of a machine readable zone"
                        : "one side is the beginning of the other");
    }

    private static AppliedRule rule(String letter, String transformation) {
        return AppliedRule.of(Category.NAMES, letter, transformation);
    }
}
