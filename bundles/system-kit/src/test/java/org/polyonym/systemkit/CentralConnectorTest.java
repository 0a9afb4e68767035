package org.polyonym.systemkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.access.SearchField;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.connector.MatchedBy;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SearchQuery;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class CentralConnectorTest {
    private static final Caller MS1 = Entries.caller(AuthorityKind.VISA, "MS-1", Purpose.VISA_EXAMINATION);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final TestPlatform platform = new TestPlatform();
    private final TestSystem vis = new TestSystem(platform, Map.of());

    private final Set<String> hidden = new HashSet<>();

    private record Vis(Set<String> hidden) implements Answering {
        @Override
        public boolean visible(Caller caller, OriginRecord record) {
            return !hidden.contains(record.ref().recordId());
        }

        @Override
        public SystemId system() {
            return SystemId.VIS;
        }

        @Override
        public String title() {
            return "Visa Information System";
        }

        @Override
        public Set<SearchField> searchable() {
            return EnumSet.allOf(SearchField.class);
        }
    }

    private CentralConnector connector() {
        return new CentralConnector(
                new Vis(hidden),
                platform.records(),
                platform.matching,
                new Feeders(platform.contracts().rules(), SystemId.VIS),
                InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private void register(String id, String name, String print) {
        vis.register(
                MS1,
                Entries.of("VISA_APPLICATION")
                        .id(id)
                        .person(name, "Anna", "1988-05-12")
                        .print(print)
                        .with("decision", "ISSUED")
                        .build());
    }

    private List<Item> search(String name, List<BiometricSample> prints, Instant deadline, int max) {
        IdentityData identity =
                Entries.of("x").person(name, "Anna", "1988-05-12").build().identity();
        SearchQuery query = new SearchQuery(identity, List.of(), SearchQuery.Mode.EXACT);
        List<Item> items = new ArrayList<>();
        connector().search(new ConnectorQuery("q1", MS1, query, prints, deadline, max), items::add);
        return items;
    }

    @Test
    void unitesWhatNameAndPrintsFindIntoOneItemPerRecord() {
        register("v1", "Rossi", "P1");
        register("v2", "Bianchi", "P1");
        register("v3", "Verdi", "P3");
        List<Item> items = search("Rossi", List.of(Entries.finger("P1")), NOW.plusSeconds(5), 50);
        assertThat(items)
                .extracting(i -> i.origin().recordId(), Item::matchedBy)
                .containsExactlyInAnyOrder(
                        tuple("v1", Set.of(MatchedBy.FINGERPRINTS, MatchedBy.IDENTITY)),
                        tuple("v2", Set.of(MatchedBy.FINGERPRINTS)));
        assertThat(items.getFirst().facts())
                .extracting(Fact::name)
                .contains("category", "owner", "decision")
                .doesNotContain("coverage");
    }

    @Test
    void reportsNobodyWhosePrintIsOnlyPossiblyTheSame() {
        register("v1", "Rossi", "P1?");
        assertThat(search("Nobody", List.of(Entries.finger("P1")), NOW.plusSeconds(5), 50))
                .isEmpty();
    }

    @Test
    void saysWithEachItemThatOnlyPartWasSearchedAndNeverCallsThatNoHit() {
        register("v1", "Rossi", "P1");
        platform.matching.coverOnlyPart();
        List<Item> items = search("Rossi", List.of(Entries.finger("P1")), NOW.plusSeconds(5), 50);
        assertThat(items.getFirst().facts()).extracting(Fact::name, Fact::value).contains(tuple("coverage", "1/2"));
        assertThatThrownBy(() -> search("Rossi", List.of(Entries.finger("P9")), NOW.plusSeconds(5), 50))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.COMPONENT_UNAVAILABLE));
    }

    @Test
    void answersAHiddenRecordLikeNoneWhenOnlyPartWasSearched() {
        register("v1", "Rossi", "P1");
        hidden.add("v1");
        platform.matching.coverOnlyPart();
        assertThatThrownBy(() -> search("Rossi", List.of(Entries.finger("P1")), NOW.plusSeconds(5), 50))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.COMPONENT_UNAVAILABLE));
    }

    @Test
    void stopsAtItsDeadline() {
        register("v1", "Rossi", "P1");
        assertThatThrownBy(() -> search("Rossi", List.of(), NOW.minusMillis(1), 50))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.REQUEST_TIMEOUT));
    }

    @Test
    void handsOverNoMoreItemsThanWanted() {
        register("v1", "Rossi", "P1");
        register("v2", "Rossi", "P2");
        register("v3", "Rossi", "P3");
        assertThat(search("Rossi", List.of(), NOW.plusSeconds(5), 2)).hasSize(2);
    }

    @Test
    void fetchesARecordByItsIdentifier() {
        register("v1", "Rossi", "P1");
        assertThat(connector().fetch("v1"))
                .get()
                .extracting(i -> i.origin().text())
                .isEqualTo("VIS/v1");
        assertThat(connector().fetch("v9")).isEmpty();
    }
}
