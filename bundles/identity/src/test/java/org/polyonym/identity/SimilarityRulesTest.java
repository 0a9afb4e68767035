package org.polyonym.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.NameKind;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;

class SimilarityRulesTest {
    private static final IdentityData NADIR = person("SELMANI", "Nadir", "1993-11-22", "XAA");

    @ParameterizedTest
    @CsvSource({
        "1991-11-22, 1991-11-22, SAME, ''",
        "1991-11-05, 1991-05-11, SIMILAR, a",
        "1983-04-11, 1990-12-20, SIMILAR, b", // 11 Tahsas 1983 of the Ethiopic calendar
        "1958-10-01, 1958-10-14, SIMILAR, b", // 1 October of the Julian calendar
        "1983-04-11, 1990-12-21, DIFFERENT, ''",
        "1982-01-01, 1981-12-31, SIMILAR, b", // 1402 Rabi al-awwal, by two Hijri calendars
        "1982-01-06, 1981-12-31, DIFFERENT, ''",
        "1991-11-22, 1991-11-23, SIMILAR, c",
        "1991-11-22, 1981-11-22, SIMILAR, c",
        "1991-11-22, 1992-11-23, DIFFERENT, ''",
        "1991-11-22, 1962-03-09, DIFFERENT, ''",
        "1988-00-00, 1988-05-12, MISSING, ''",
        "0000-00-00, 1988-05-12, MISSING, ''",
        "1988-00-00, 1991-05-12, DIFFERENT, ''",
        "1990-01-01, 1990-01-01, SIMILAR, ''"
    })
    void classifiesBirthDates(String a, String b, CategoryClass expected, String letter) {
        CategoryComparison outcome = BirthDateRules.compare(PartialDate.of(a), PartialDate.of(b));

        assertThat(outcome.outcome()).isEqualTo(expected);
        assertThat(outcome.logged()).contains(letter);
    }

    @Test
    void sameWhenEveryCategoryIsEqual() {
        IdentityVerdict verdict = SimilarityRules.compare(NADIR, person("Selmani", "NADIR", "1993-11-22", "XAA"));

        assertThat(verdict.identityClass()).isEqualTo(IdentityClass.SAME);
        assertThat(verdict.ruleSet()).isEqualTo("SIM-2023-333");
        assertThat(verdict.ruleSetVersion()).matches("1-[0-9a-f]{12}");
    }

    @Test
    void similarWhenOneCategoryIsExplainedByARule() {
        IdentityVerdict verdict = SimilarityRules.compare(NADIR, person("SELMINA", "Nadir", "1993-11-22", "XAA"));

        assertThat(verdict.identityClass()).isEqualTo(IdentityClass.SIMILAR);
        assertThat(verdict.logView()).containsEntry("NAMES", "SIMILAR(e)").containsEntry("BIRTH_DATE", "SAME");
    }

    @Test
    void differentWhenOneCategoryIsDifferent() {
        assertThat(SimilarityRules.compare(NADIR, person("HADDO", "Karim", "1992-10-22", "XBB"))
                        .identityClass())
                .isEqualTo(IdentityClass.DIFFERENT);
        assertThat(SimilarityRules.compare(NADIR, person("SELMANI", "Nadir", "1993-11-22", "XBB"))
                        .identityClass())
                .isEqualTo(IdentityClass.DIFFERENT);
    }

    @Test
    void partialBirthDateLeavesTheVerdictToAPersonAndSaysMissing() {
        IdentityVerdict verdict = SimilarityRules.compare(NADIR, person("SELMANI", "Nadir", "1993-00-00", "XAA"));

        assertThat(verdict.identityClass()).isEqualTo(IdentityClass.DIFFERENT);
        assertThat(verdict.missing()).containsExactly(Category.BIRTH_DATE);
    }

    @Test
    void namesakesBornOnFirstJanuaryAreNeverSame() {
        IdentityData one = person("SELMANI", "Nadir", "1990-01-01", "XAA");

        assertThat(SimilarityRules.compare(one, one).identityClass()).isEqualTo(IdentityClass.SIMILAR);
    }

    @Test
    void unknownSexIsNoContradictionAndNeverSame() {
        IdentityData unknown =
                new IdentityData(NADIR.names(), NADIR.birthDate(), "", Optional.empty(), Sex.U, NADIR.nationalities());

        assertThat(SimilarityRules.compare(NADIR, unknown).identityClass()).isEqualTo(IdentityClass.SIMILAR);
        assertThat(SimilarityRules.compare(NADIR, withSex(Sex.F)).identityClass())
                .isEqualTo(IdentityClass.DIFFERENT);
    }

    @Test
    void findsTheAliasAmongAllCombinationsOfNameSets() {
        IdentityData many = NADIR.withName(new PersonName(NameKind.ALIAS, "HADDO", "Karim"));
        IdentityVerdict verdict = SimilarityRules.compare(person("HADDOU", "Karim", "1993-11-22", "XAA"), many);

        assertThat(verdict.identityClass()).isEqualTo(IdentityClass.SIMILAR);
        assertThat(verdict.namePairs()).hasSize(2);
        assertThat(verdict.best())
                .hasValueSatisfying(p -> assertThat(p.indexB()).isEqualTo(1));
        assertThat(verdict.category(Category.NAMES).valueB()).isEqualTo("HADDO, Karim");
    }

    @Test
    void birthNameBorrowsTheForenameOfTheNameInUse() {
        IdentityData married =
                person("BERTI", "Anna", "1990-03-14", "XAA").withName(new PersonName(NameKind.AT_BIRTH, "SELMANI", ""));

        assertThat(SimilarityRules.compare(married, person("SELMANI", "Anna", "1990-03-14", "XAA"))
                        .identityClass())
                .isEqualTo(IdentityClass.SAME);
    }

    @Test
    void misusedIdentityIsAHintAndNeverAMatch() {
        IdentityData thief = person("HADDO", "Karim", "1993-11-22", "XAA")
                .withName(new PersonName(NameKind.MISUSED, "SELMANI", "Nadir"));
        IdentityVerdict verdict = SimilarityRules.compare(NADIR, thief);

        assertThat(verdict.identityClass()).isEqualTo(IdentityClass.DIFFERENT);
        assertThat(verdict.misusedHint()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "XAA, '', XAA, '', SAME, ''",
        "SUN, '', UKR, '', SIMILAR, c",
        "XAA, Kiev, XBB, Kyiv, SIMILAR, c",
        "XAA, Sarajevo, XBB, Sarajeva, SIMILAR, b",
        "XAA, Tataouine, XBB, Tatawin, SIMILAR, a",
        "XAA, Berlin, XBB, Madrid, DIFFERENT, ''",
        "XAA, '', XBB, '', DIFFERENT, ''",
        "XXX, '', XXX, '', MISSING, ''"
    })
    void classifiesNationalityAndPlaceOfBirth(
            String nationA, String placeA, String nationB, String placeB, CategoryClass expected, String letter) {
        CategoryComparison outcome = OriginRules.compare(born(nationA, placeA), born(nationB, placeB));

        assertThat(outcome.outcome()).isEqualTo(expected);
        assertThat(outcome.logged()).contains(letter);
    }

    @Test
    void logViewHoldsNoValueOfAPerson() {
        IdentityVerdict verdict = SimilarityRules.compare(NADIR, person("SELMINA", "Nadir", "1993-11-23", "XAA"));
        String log = verdict.logView().toString();

        assertThat(Stream.of("SELM", "Nadir", "1993", "XAA")).noneMatch(log::contains);
        assertThat(verdict.categories())
                .flatExtracting(CategoryComparison::rules)
                .extracting(AppliedRule::transformation)
                .noneMatch(t -> t.contains("SELM") || t.contains("1993"));
    }

    @Test
    void recordWithoutNameIsNeverAMatch() {
        assertThat(SimilarityRules.compare(IdentityData.NONE, NADIR).identityClass())
                .isEqualTo(IdentityClass.DIFFERENT);
    }

    private static IdentityData withSex(Sex sex) {
        return new IdentityData(NADIR.names(), NADIR.birthDate(), "", Optional.empty(), sex, NADIR.nationalities());
    }

    private static IdentityData born(String nationality, String place) {
        return new IdentityData(
                List.of(), PartialDate.UNKNOWN, place, Optional.empty(), Sex.M, List.of(Country.of(nationality)));
    }

    static IdentityData person(String family, String given, String birthDate, String nationality) {
        return new IdentityData(
                List.of(PersonName.current(family, given)),
                PartialDate.of(birthDate),
                "",
                Optional.empty(),
                Sex.M,
                List.of(Country.of(nationality)));
    }
}
