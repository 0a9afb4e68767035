package org.polyonym.example.police.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.access.Caller;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.IdentityData;
import org.polyonym.model.NameKind;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Purpose;
import org.polyonym.model.Sex;

class OwnLawTest {
    @ParameterizedTest
    @CsvSource({
        "POLICE@MS-2,            false, FULL",
        "POLICE@MS-2,            true,  FULL",
        "LAW_ENFORCEMENT@MS-2,   true,  FULL",
        "POLICE_PATROL@MS-2,     false, FULL",
        "POLICE_PATROL@MS-2,     true,  NOTHING",
        "POLICE@MS-1,            false, HIT",
        "POLICE@MS-1,            true,  NOTHING",
        "LAW_ENFORCEMENT@MS-3,   false, HIT",
        "EUROPOL@EU,             false, HIT",
        "EUROPOL@EU,             true,  NOTHING",
        "POLICE_PATROL@MS-1,     false, NOTHING",
        "BORDER_FIRST_LINE@MS-2, false, NOTHING",
        "CUSTOMS@MS-1,           false, NOTHING",
    })
    void answersByStateAndKind(String authority, boolean restricted, OwnLaw.Answer expected) {
        assertThat(OwnLaw.answer(caller(authority), asked("SELMINA", "Nadir", "0000-00-00"), false, entry(restricted)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SELMINA, '',    0000-00-00, false, NOTHING",
        "SELMINA, '',    1992-11-23, false, HIT",
        "'',      Nadir, 1992-11-23, false, HIT",
        "SELMINA, '',    0000-00-00, true,  HIT",
    })
    void asksOtherStatesForTwoPartsOrADocument(
            String surname, String given, String born, boolean byDocument, OwnLaw.Answer expected) {
        assertThat(OwnLaw.answer(caller("POLICE@MS-1"), asked(surname, given, born), byDocument, entry(false)))
                .isEqualTo(expected);
    }

    private static Caller caller(String authority) {
        return new Caller(Authority.of(authority), "officer-1", Purpose.POLICE_CHECK, CaseReference.of("case-1"));
    }

    private static IdentityData asked(String surname, String given, String born) {
        return new IdentityData(
                List.of(new PersonName(NameKind.CURRENT, surname, given)),
                PartialDate.of(born),
                "",
                Optional.empty(),
                Sex.U,
                List.of());
    }

    private static Entry entry(boolean restricted) {
        return new Entry("MS2-1", asked("SELMINA", "Nadir", "1992-11-23"), List.of(), "town A", "THEFT", restricted);
    }
}
