package org.polyonym.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.identity.FieldRules.FieldOutcome;
import org.polyonym.model.NameKind;
import org.polyonym.model.PersonName;

class NameRulesTest {
    /** Names are written SURNAME/Given names; the expectation is a class and the letters that must be among the rules. */
    @ParameterizedTest
    @CsvSource({
        // Annex I: equal after harmonisation of format
        "SELMANI/Nadir, selmani/NADIR, SAME, ''",
        "MÜLLER/José, MUELLER/JOSE, SAME, ''",
        "ŁUKASIŃSKI/Zoë, LUKASINSKI/Zoe, SAME, ''",
        "STRAUß/Jörg, STRAUSS/JOERG, SAME, ''",
        "Иванов/Иван, ИВАНОВ/ИВАН, SAME, ''",
        "O’NEILL/Ann, O'NEILL/Ann, SAME, ''",
        // (a) known transliteration
        "MÜLLER/Jan, MULLER/Jan, SIMILAR, a",
        "Шевченко/Тарас, SHEVCHENKO/TARAS, SIMILAR, a",
        "Шевченко/Тарас, SCHEWTSCHENKO/TARAS, SIMILAR, a",
        "محمد/أحمد, MOHAMMED/AHMAD, SIMILAR, a",
        "محمد/أحمد, MUHAMAD/AHMED, SIMILAR, a",
        "MOHAMMED/Yusuf, MOUHAMED/Youssef, SIMILAR, a",
        "Παπαδόπουλος/Γιώργος, PAPADOPOULOS/GIORGOS, SIMILAR, a",
        "HADDAD/Mustafa, HADDAD/Moustapha, SIMILAR, a",
        "ALMAR/Mustafa, EL AMAR/Moustapha, SIMILAR, a",
        "HASSAN/Ali, HUSSEIN/Ali, DIFFERENT, ''",
        "محمد/أحمد, MAHDI/AHMED, DIFFERENT, ''",
        "Шевченко/Тарас, SHEVCHUK/TARAS, DIFFERENT, ''",
        // (b) fields inverted
        "SELMANI/Nadir, NADIR/Selmani, SIMILAR, b",
        "SELMANI/Nadir, NADIR/Salmani Omar, DIFFERENT, ''",
        // (c) regrouped
        "SELMANI/Nadir, NADIR SELMANI/, SIMILAR, c",
        "SELMANI/Nadir Omar, OMAR SELMANI/Nadir, SIMILAR, c",
        "SELMANI/Nadir, NADIR HADDOU/, MISSING, ''",
        // (d) two words inverted
        "GARCIA LOPEZ/Ana, LOPEZ GARCIA/Ana, SIMILAR, d",
        "SELMANI/Nadir Omar Ali, SELMANI/Ali Omar Nadir, SIMILAR, d",
        "SELMANI/Nadir Omar Ali, SELMANI/Omar Ali Nadir, DIFFERENT, ''",
        // (e) two letters inverted
        "SELMANI/Nadir, SELMINA/Nadir, SIMILAR, e",
        "SELMANI/Nadir, SEMLANI/Nadir, SIMILAR, e",
        "MARINA/Ana, MANIRA/Ana, SIMILAR, e",
        "ABCDEF/Ana, BADCEF/Ana, DIFFERENT, ''",
        // (f) one character
        "SELMANI/Nadir, SALMANI/Nadir, SIMILAR, f",
        "HADDOU/Karim, HADDO/Karim, SIMILAR, f",
        "ZARAN/Ahmed, ZARRAN/Ahmad, SIMILAR, f",
        "SMITH/Ann, SMIETH/Ann, SIMILAR, f",
        "SMITH/Ann, JOHNSSON/Ann, DIFFERENT, ''",
        "KOWALSKI/Ann, KOWOLZKI/Ann, DIFFERENT, ''",
        "BAKER/Tom, DAMER/Tom, DIFFERENT, ''",
        // (g) hyphen, comma, apostrophe
        "MEYER-LANG/Ann, MEYER LANG/Ann, SIMILAR, g",
        "O'NEILL/Ann, ONEILL/Ann, SIMILAR, g",
        "MEYER-LANG/Ann, MEYER LUND/Ann, DIFFERENT, ''",
        // (h) truncated
        "SELMANI/Nadir, SELMANI/Nadir ben Omar, SIMILAR, h",
        "PAPATHEODOROPOULOS/Konstantinos, PAPATHEODOROPOU/Konstantinos, SIMILAR, h",
        "SELMANI/Nadir, SE/Nadir, DIFFERENT, ''",
        "SELMANI/Nadir, MANI/Nadir, DIFFERENT, ''",
        // no chains
        "SELMANI/Nadir, SALMANU/Nadir, DIFFERENT, ''",
        "SELMANI/Nadir, HADDO/Karim, DIFFERENT, ''",
        // placeholders are missing parts
        "SELMANI/FNU, SELMANI/FNU, MISSING, ''",
        "XXX/Nadir, XXX/Nadir, MISSING, ''"
    })
    void classifiesNames(String a, String b, CategoryClass expected, String letters) {
        FieldOutcome outcome = NameRules.compare(name(a), name(b));
        FieldOutcome mirrored = NameRules.compare(name(b), name(a));

        assertThat(outcome.outcome()).isEqualTo(expected);
        assertThat(mirrored.outcome())
                .as("the order of records does not matter")
                .isEqualTo(expected);
        assertThat(letters(outcome)).contains(letters);
        assertThat(expected != CategoryClass.SIMILAR && !letters(outcome).isEmpty())
                .isFalse();
    }

    @Test
    void namesTheMachineReadableZoneWhenANameEndsAtItsLength() {
        String full = "Konstantinos Alexandros Theodoros Nikolaos";
        FieldOutcome outcome = NameRules.compare(name("NOU/" + full), name("NOU/" + full.substring(0, 39)));

        assertThat(outcome.rules())
                .anyMatch(r -> r.letter().equals("h") && r.transformation().contains("machine readable"));
    }

    @Test
    void tellsTheArticleOfEachRule() {
        FieldOutcome outcome = NameRules.compare(name("SELMANI/Nadir"), name("SELMINA/Nadir"));

        assertThat(outcome.rules()).extracting(AppliedRule::article).containsExactly("(EU) 2023/333 Annex II 3.1(e)");
    }

    static HarmonisedName name(String written) {
        String[] parts = written.split("/", -1);
        return Harmonisation.name(new PersonName(NameKind.CURRENT, parts[0], parts[1]));
    }

    private static String letters(FieldOutcome outcome) {
        return outcome.rules().stream().map(AppliedRule::letter).collect(Collectors.joining(","));
    }
}
