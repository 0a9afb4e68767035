package org.polyonym.sis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.model.NameKind;
import org.polyonym.model.PersonName;
import org.polyonym.registry.Submission;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class AlertSearchTest extends SisTest {
    private static final Submission ALIAS =
            Entries.of("x").person("Haddo", "Karim", "1993-11-22").build();

    @Test
    void returnsTheMainAlertForASearchOnAnAlias() {
        Submission plain = refusal("a1").build();
        sis.register(SIRENE_1, plain);
        assertThat(search(POLICE_2, ALIAS, List.of())).isEmpty();
        Submission enriched = refusal("a1")
                .identity(plain.identity().withName(new PersonName(NameKind.ALIAS, "Haddo", "Karim")))
                .build();
        sis.amend(SIRENE_1, "a1", 1, enriched);
        List<Item> items = search(POLICE_2, ALIAS, List.of());
        assertThat(items).singleElement().satisfies(i -> {
            assertThat(i.origin().text()).isEqualTo("SIS/a1");
            assertThat(i.identity().orElseThrow().names().getFirst().familyName())
                    .isEqualTo("Selmani");
        });
    }

    @Test
    void findsAnAlertByPrintsWhateverTheNameGiven() {
        sis.register(SIRENE_1, refusal("a1").print("P1").build());
        Submission nobody =
                Entries.of("x").person("Berti", "Luca", "1990-03-14").build();
        assertThat(search(POLICE_2, nobody, List.of(Entries.finger("P1")))).hasSize(1);
    }

    @Test
    void canNotBeSearchedWithPrintsByTheRulesOf2016() {
        platform.close();
        platform = new TestPlatform("2016");
        sis = open();
        sis.register(SIRENE_1, refusal("a1").print("P1").build());
        SisConnector connector = new SisConnector(
                platform.records(), platform.matching, platform.contracts().rules());
        assertThat(connector.describe().searchable())
                .contains(SearchField.FAMILY_NAME)
                .doesNotContain(SearchField.FINGERPRINTS);
        Submission nobody =
                Entries.of("x").person("Berti", "Luca", "1990-03-14").build();
        assertThat(search(POLICE_2, nobody, List.of(Entries.finger("P1")))).isEmpty();
    }

    @Test
    void givesAPoliceOfficerTheActionAndMarkersButNotTheReason() {
        sis.register(SIRENE_1, refusal("a1").with("markers", "ARMED").build());
        Item item = search(POLICE_2, refusal("x").build(), List.of()).getFirst();
        assertThat(item.facts())
                .extracting(Fact::name, Fact::value)
                .containsExactlyInAnyOrder(
                        tuple("alertCategory", "REFUSAL_OF_ENTRY"),
                        tuple("article", "SIS-B 24"),
                        tuple("action", "REFUSE_ENTRY"),
                        tuple("markers", "ARMED"),
                        tuple("issuingState", "MS-1"));
        assertThat(sis.read(POLICE_2, "a1").orElseThrow().attributes())
                .isEqualTo(Map.of("action", "REFUSE_ENTRY", "markers", "ARMED"));
    }

    @Test
    void showsAHiddenAlertAsNothing() {
        sis.register(SIRENE_1, discreet("a1").print("P1").build());
        assertThat(search(IMMIGRATION_2, discreet("x").build(), List.of(Entries.finger("P1"))))
                .isEmpty();
        assertThat(sis.read(IMMIGRATION_2, "a1")).isEmpty();
        assertThat(search(SIRENE_2, discreet("x").build(), List.of())).hasSize(1);
    }

    @Test
    void findsAStolenDocumentByItsNumber() {
        sis.register(
                SIRENE_1,
                Entries.of("OBJECT_DOCUMENT")
                        .id("o1")
                        .passport("E1234567", "XEU")
                        .with("reason", "reported stolen")
                        .with("action", "SEIZE")
                        .with("proportionality", "ADEQUATE")
                        .with("objectStatus", "STOLEN")
                        .build());
        Submission carried = Entries.of("x")
                .person("Berti", "Luca", "1990-03-14")
                .passport("E1234567", "XEU")
                .build();
        assertThat(search(POLICE_2, carried, List.of()))
                .extracting(i -> i.origin().text())
                .containsExactly("SIS/o1");
    }
}
