package org.polyonym.example.police.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.connector.MatchedBy;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.SearchQuery;

class MatchingTest {
    @ParameterizedTest
    @CsvSource({
        "EL AMAR,  Moustapha, 1992-12-22, EXACT,    true",
        "el-amar,  MOUSTAPHÁ, 1992-12-22, EXACT,    true",
        "ELAMAR,   Mustapha,  1992-12-22, EXACT,    false",
        "ELAMAR,   Mustapha,  1992-12-22, ONE_EDIT, true",
        "ELAMR,    Moustapha, 1992-12-22, ONE_EDIT, true",
        "ELAMARR,  Moustapha, 1992-12-22, ONE_EDIT, true",
        "ELAMIR,   Moustapha, 1992-12-22, ONE_EDIT, true",
        "ELMIR,    Moustapha, 1992-12-22, ONE_EDIT, false",
        "EL AMAR,  Moustapha, 1992-00-00, EXACT,    true",
        "EL AMAR,  Moustapha, 0000-00-00, EXACT,    true",
        "EL AMAR,  Moustapha, 1992-12-23, ONE_EDIT, false",
        "EL%,      Moustapha, 1992-12-22, ONE_EDIT, false",
        "%,        Moustapha, 1992-12-22, ONE_EDIT, false",
    })
    void comparesNamesAndDates(String surname, String given, String born, SearchQuery.Mode mode, boolean fits) {
        SearchQuery query = new SearchQuery(identity(surname, given, born), List.of(), mode);

        assertThat(Matching.of(query, identity("EL AMAR", "Moustapha", "1992-12-22"), List.of()))
                .hasSize(fits ? 1 : 0);
    }

    @Test
    void comparesDocumentsByTypeNumberAndState() {
        assertThat(byDocument("ID", "XE 140-8812", "XEU")).containsExactly(MatchedBy.DOCUMENT);
        assertThat(byDocument("P", "XE1408812", "XEU")).isEmpty();
        assertThat(byDocument("ID", "XE1408812", "XAA")).isEmpty();
        assertThat(byDocument("ID", "XE1408813", "XEU")).isEmpty();
    }

    private static Set<MatchedBy> byDocument(String type, String number, String state) {
        SearchQuery query =
                new SearchQuery(IdentityData.NONE, List.of(document(type, number, state)), SearchQuery.Mode.ONE_EDIT);
        return Matching.of(query, identity("BERTI", "Luca", "1990-03-14"), List.of(document("ID", "XE1408812", "XEU")));
    }

    private static TravelDocument document(String type, String number, String state) {
        return new TravelDocument(type, number, Country.of(state), Optional.empty());
    }

    private static IdentityData identity(String surname, String given, String born) {
        return new IdentityData(
                List.of(PersonName.current(surname, given)),
                PartialDate.of(born),
                "",
                Optional.empty(),
                Sex.U,
                List.of());
    }
}
