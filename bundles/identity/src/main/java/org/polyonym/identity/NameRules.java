package org.polyonym.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.polyonym.identity.FieldRules.FieldOutcome;
import org.polyonym.model.NameKind;
import org.polyonym.model.PersonName;

/** Annex I 3.1 and Annex II 3.1 for every combination of name sets. */
final class NameRules {
    /** Names that are the person's own beside the one in use. */
    private static final Set<NameKind> BORROWING = EnumSet.of(NameKind.AT_BIRTH, NameKind.PREVIOUS, NameKind.ALIAS);

    private NameRules() {}

    /** All combinations in order of indexes. */
    static List<NamePair> pairs(List<PersonName> a, List<PersonName> b) {
        List<HarmonisedName> left = complete(a);
        List<HarmonisedName> right = complete(b);
        List<NamePair> out = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                out.add(pair(i, left.get(i), j, right.get(j)));
            }
        }
        return out;
    }

    /** The combination that decides: the best class with the fewest rules; misused names never decide. */
    static Optional<NamePair> best(List<NamePair> pairs) {
        return pairs.stream()
                .filter(p -> !p.misused())
                .min(Comparator.comparing(NamePair::outcome)
                        .thenComparing(p -> p.rules().size()));
    }

    private static List<HarmonisedName> complete(List<PersonName> names) {
        List<HarmonisedName> harmonised =
                names.stream().map(Harmonisation::name).toList();
        return harmonised.stream()
                .map(n -> BORROWING.contains(n.kind()) ? n.completedFrom(harmonised.get(0)) : n)
                .toList();
    }

    private static NamePair pair(int i, HarmonisedName a, int j, HarmonisedName b) {
        boolean misused = a.kind() == NameKind.MISUSED || b.kind() == NameKind.MISUSED;
        FieldOutcome names = compare(a, b);
        return new NamePair(i, j, names.outcome(), names.rules(), misused);
    }

    /** Both fields together. One rule may explain each field; rules are not chained inside a field. */
    static FieldOutcome compare(HarmonisedName a, HarmonisedName b) {
        FieldOutcome family = FieldRules.compare(a.family(), b.family());
        FieldOutcome given = FieldRules.compare(a.given(), b.given());
        if (family.outcome() == CategoryClass.SAME && given.outcome() == CategoryClass.SAME) {
            return family;
        }
        List<AppliedRule> rules = new ArrayList<>();
        if (family.fits() && given.fits()) {
            rules.addAll(family.rules());
            rules.addAll(given.rules());
        }
        if (inverted(a, b)) {
            rules.add(AppliedRule.of(Category.NAMES, "b", "surname and forename changed places"));
        } else if (regrouped(a, b)) {
            rules.add(AppliedRule.of(Category.NAMES, "c", "words moved between surname and forename"));
        }
        boolean missing = family.outcome() == CategoryClass.MISSING || given.outcome() == CategoryClass.MISSING;
        CategoryClass none = missing ? CategoryClass.MISSING : CategoryClass.DIFFERENT;
        return new FieldOutcome(rules.isEmpty() ? none : CategoryClass.SIMILAR, rules);
    }

    private static boolean inverted(HarmonisedName a, HarmonisedName b) {
        boolean complete =
                Stream.of(a.family(), a.given(), b.family(), b.given()).noneMatch(HarmonisedText::isAbsent);
        return complete && FieldRules.same(a.family(), b.given()) && FieldRules.same(a.given(), b.family());
    }

    /** The same words in the same order, surname first or last, divided differently over the two fields. */
    private static boolean regrouped(HarmonisedName a, HarmonisedName b) {
        boolean otherDivision = !a.family().words().equals(b.family().words());
        return otherDivision
                && a.words().size() > 1
                && orders(a).anyMatch(x -> orders(b).anyMatch(x::equals));
    }

    private static Stream<List<String>> orders(HarmonisedName name) {
        List<String> givenFirst = Stream.concat(name.given().words().stream(), name.family().words().stream())
                .toList();
        return Stream.of(name.words(), givenFirst);
    }
}
