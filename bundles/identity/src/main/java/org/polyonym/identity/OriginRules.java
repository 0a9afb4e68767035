package org.polyonym.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.polyonym.identity.FieldRules.FieldOutcome;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;

/** Annex I 3.4 and Annex II 3.4: nationalities and place of birth, one category. */
final class OriginRules {
    static final List<String> TABLES = List.of("denominations.tsv", "places.tsv");
    /** Nationality not known (ICAO 9303 part 3 section 5). */
    private static final Country UNSPECIFIED = Country.of("XXX");

    private static final Map<String, Set<String>> SUCCESSORS = Resources.rows("denominations.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Set.of(row[1].split(","))));
    private static final List<Set<String>> PLACES = Resources.rows("places.tsv").stream()
            .map(row -> Arrays.stream(row).collect(Collectors.toUnmodifiableSet()))
            .toList();

    private OriginRules() {}

    static CategoryComparison compare(IdentityData a, IdentityData b) {
        Set<Country> left = known(a);
        Set<Country> right = known(b);
        if (left.stream().anyMatch(right::contains)) {
            return outcome(CategoryClass.SAME, List.of(), List.of(), a, b);
        }
        List<AppliedRule> rules = new ArrayList<>();
        if (left.stream().anyMatch(x -> right.stream().anyMatch(y -> renamed(x, y)))) {
            rules.add(rule("c", "changed denomination of a state"));
        }
        FieldOutcome place = place(a.birthPlace(), b.birthPlace());
        rules.addAll(place.rules());
        if (place.fits() || !rules.isEmpty()) {
            List<String> notes = place.fits() ? List.of("place of birth agrees, no nationality is shared") : List.of();
            return outcome(CategoryClass.SIMILAR, rules, notes, a, b);
        }
        boolean missing = (left.isEmpty() || right.isEmpty()) && place.outcome() == CategoryClass.MISSING;
        return outcome(missing ? CategoryClass.MISSING : CategoryClass.DIFFERENT, List.of(), List.of(), a, b);
    }

    /** Place of birth alone: (a), (b) and (c). */
    static FieldOutcome place(String a, String b) {
        HarmonisedText left = Harmonisation.text(a);
        HarmonisedText right = Harmonisation.text(b);
        if (left.isAbsent() || right.isAbsent()) {
            return new FieldOutcome(CategoryClass.MISSING, List.of());
        }
        if (FieldRules.same(left, right) || left.spaced().equals(right.spaced())) {
            return new FieldOutcome(CategoryClass.SAME, List.of());
        }
        List<AppliedRule> rules = new ArrayList<>();
        FieldRules.transliterated(left, right).forEach(how -> rules.add(rule("a", how)));
        if (Edits.oneEdit(left.spaced(), right.spaced())) {
            rules.add(rule("b", "one character of the place of birth"));
        }
        if (PLACES.stream().anyMatch(names -> names.contains(left.spaced()) && names.contains(right.spaced()))) {
            rules.add(rule("c", "changed denomination of a town or state"));
        }
        return new FieldOutcome(rules.isEmpty() ? CategoryClass.DIFFERENT : CategoryClass.SIMILAR, rules);
    }

    private static Set<Country> known(IdentityData data) {
        Set<Country> known = new HashSet<>(data.nationalities());
        known.remove(UNSPECIFIED);
        return known;
    }

    private static boolean renamed(Country a, Country b) {
        return SUCCESSORS.getOrDefault(a.text(), Set.of()).contains(b.text())
                || SUCCESSORS.getOrDefault(b.text(), Set.of()).contains(a.text());
    }

    private static AppliedRule rule(String letter, String how) {
        return AppliedRule.of(Category.NATIONALITY_AND_BIRTH_PLACE, letter, how);
    }

    private static CategoryComparison outcome(
            CategoryClass outcome, List<AppliedRule> rules, List<String> notes, IdentityData a, IdentityData b) {
        return CategoryComparison.of(Category.NATIONALITY_AND_BIRTH_PLACE, outcome, rules, notes, value(a), value(b));
    }

    private static String value(IdentityData data) {
        String nationalities = data.nationalities().stream().map(Country::text).collect(Collectors.joining(" "));
        return data.birthPlace().isEmpty() ? nationalities : nationalities + ", " + data.birthPlace();
    }
}
