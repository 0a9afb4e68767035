package org.polyonym.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;

/**
 * Same, similar or different identity data by Annexes I and II of Delegated Regulation (EU) 2023/333. All rules are always
 * evaluated on every combination of name sets. Where the text is silent, {@code docs/decisions} says what was chosen. Pure
 * functions; thread-safe.
 */
public final class SimilarityRules {
    /** Identifier of the rule set. */
    public static final String RULE_SET = "SIM-2023-333";
    /** Version of the code of the rules; raised with every change that can alter a verdict. */
    private static final String CODE_VERSION = "1";

    private static final String VERSION = CODE_VERSION + "-"
            + Resources.version(Stream.of(Transliteration.TABLES, Harmonisation.TABLES, OriginRules.TABLES)
                    .flatMap(List::stream)
                    .toList());
    /** Unknown sex or nationality does not contradict; an unknown name or birth date leaves the verdict to a person. */
    private static final Set<Category> MAY_BE_MISSING = EnumSet.of(Category.SEX, Category.NATIONALITY_AND_BIRTH_PLACE);

    private SimilarityRules() {}

    /** Version of the rule set: code version and content hash of the tables (R-SIM-01). */
    public static String version() {
        return VERSION;
    }

    /** Compares the identity data of two records. */
    public static IdentityVerdict compare(IdentityData a, IdentityData b) {
        List<NamePair> pairs = NameRules.pairs(a.names(), b.names());
        Optional<NamePair> best = NameRules.best(pairs);
        List<CategoryComparison> categories = List.of(
                names(a, b, best),
                BirthDateRules.compare(a.birthDate(), b.birthDate()),
                sex(a.sex(), b.sex()),
                OriginRules.compare(a, b));
        boolean misusedHint = pairs.stream().anyMatch(p -> p.misused() && p.fits());
        return new IdentityVerdict(aggregate(categories), categories, pairs, best, misusedHint, RULE_SET, VERSION);
    }

    private static IdentityClass aggregate(List<CategoryComparison> categories) {
        if (categories.stream().allMatch(c -> c.outcome() == CategoryClass.SAME)) {
            return IdentityClass.SAME;
        }
        return categories.stream().allMatch(SimilarityRules::doesNotPart)
                ? IdentityClass.SIMILAR
                : IdentityClass.DIFFERENT;
    }

    private static boolean doesNotPart(CategoryComparison c) {
        return c.outcome() == CategoryClass.SAME
                || c.outcome() == CategoryClass.SIMILAR
                || c.outcome() == CategoryClass.MISSING && MAY_BE_MISSING.contains(c.category());
    }

    private static CategoryComparison names(IdentityData a, IdentityData b, Optional<NamePair> best) {
        return best.map(p -> CategoryComparison.of(
                        Category.NAMES,
                        p.outcome(),
                        p.rules(),
                        List.of(),
                        written(a.names().get(p.indexA())),
                        written(b.names().get(p.indexB()))))
                .orElseGet(() -> CategoryComparison.of(
                        Category.NAMES,
                        CategoryClass.MISSING,
                        List.of(),
                        List.of("no name to compare"),
                        all(a),
                        all(b)));
    }

    private static CategoryComparison sex(Sex a, Sex b) {
        CategoryClass outcome = CategoryClass.DIFFERENT;
        if (a == Sex.U || b == Sex.U || a != b && (a == Sex.X || b == Sex.X)) {
            outcome = CategoryClass.MISSING;
        } else if (a == b) {
            outcome = CategoryClass.SAME;
        }
        return CategoryComparison.of(Category.SEX, outcome, List.of(), List.of(), a.name(), b.name());
    }

    private static String written(PersonName name) {
        return name.familyName() + ", " + name.givenNames();
    }

    private static String all(IdentityData data) {
        return data.names().stream().map(SimilarityRules::written).collect(Collectors.joining("; "));
    }
}
