package org.polyonym.europol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.notification.Notification;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SearchQuery;
import org.polyonym.systemkit.Contracts;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class EuropolTest {
    private static final Caller LOADER = Entries.caller(AuthorityKind.POLICE, "MS-2", Purpose.EUROPOL_ANALYSIS);
    private static final Caller POLICE_1 = Entries.caller(AuthorityKind.POLICE, "MS-1", Purpose.POLICE_CHECK);
    private static final Caller EUROPOL = Entries.caller(AuthorityKind.EUROPOL, "EU", Purpose.EUROPOL_ANALYSIS);
    private static final Authority RECIPIENT = Authority.of("POLICE@MS-3");

    private final TestPlatform platform = new TestPlatform();
    private final Contracts c = platform.contracts();
    private final EuropolSystem system = new EuropolSystem(
            c.transactions(),
            c.documents(),
            c.images(),
            c.outbox(),
            c.audit(),
            c.access(),
            c.biometrics(),
            c.clock(),
            c.rules(),
            Map.of());
    private final QuestConnector quest =
            new QuestConnector(platform.records(), c.transactions(), platform.notifications());

    @AfterEach
    void close() {
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({"H0", "H1", "H2"})
    void anEisHitComesWithDataHandlingCodeAndEvaluation(String code) {
        load("EIS", code);

        assertThat(search(POLICE_1)).singleElement().satisfies(i -> {
            assertThat(i.identity()).isPresent();
            assertThat(i.facts())
                    .extracting(Fact::category, Fact::name, Fact::value)
                    .contains(
                            tuple(DataCategory.HANDLING, "handlingCode", code),
                            tuple(DataCategory.HANDLING, "evaluation", "B2"),
                            tuple(DataCategory.HANDLING, "provider", "POLICE@MS-2"));
        });
    }

    @ParameterizedTest
    @CsvSource({"ANALYSIS, H0, 'hit, contact Europol'", "EIS, H3, 'hit, contact the provider through Europol'"})
    void ofAnalysisDataAndOfH3OthersLearnOnlyTheHit(String category, String code, String hit) {
        load(category, code);

        assertThat(search(POLICE_1)).singleElement().satisfies(i -> {
            assertThat(i.identity()).isEmpty();
            assertThat(i.documents()).isEmpty();
            assertThat(i.matchedBy()).isEmpty();
            assertThat(i.facts()).extracting(Fact::value).contains(hit);
            assertThat(i.facts()).extracting(Fact::name).doesNotContain("provider", "category", "remark");
        });
        assertThat(search(EUROPOL))
                .singleElement()
                .satisfies(i -> assertThat(i.identity()).isPresent());
        assertThat(search(LOADER))
                .singleElement()
                .satisfies(i -> assertThat(i.identity()).isPresent());
    }

    @Test
    void dataAboveTheBasicProtectionLevelAreNotAnswered() {
        system.register(
                LOADER,
                entry("EIS", "H0").with("protectionLevel", "EU_RESTRICTED").build());

        assertThat(search(EUROPOL)).isEmpty();
        assertThat(platform.sent).isEmpty();
    }

    @Test
    void theProviderIsToldOfEachMatchOfOthers() {
        load("EIS", "H0");
        search(LOADER);
        assertThat(platform.sent).isEmpty();
        search(POLICE_1);

        assertThat(platform.sent).singleElement().satisfies(n -> {
            assertThat(n.recipient()).isEqualTo(LOADER.authority());
            assertThat(n.type()).isEqualTo("EUROPOL_MATCH");
            assertThat(n.subject()).contains("EUROPOL/e1");
            assertThat(n.facts()).containsEntry("searchedBy", "POLICE@MS-1");
            assertThat(n.toString()).doesNotContain("Salmani");
        });
    }

    @Test
    void erasingTheNationalRecordWithdrawsItFromEuropol() {
        load("EIS", "H0");
        system.erase(LOADER, "e1", "national record erased");

        assertThat(search(POLICE_1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"H9, B2, PLY-1006", "'', B2, PLY-1005", "H0, E2, PLY-1006", "H0, B5, PLY-1006"})
    void refusesUnknownHandlingCodesAndEvaluations(String code, String evaluation, String problem) {
        assertThatThrownBy(() -> system.register(
                        LOADER,
                        entry("EIS", code).with("evaluation", evaluation).build()))
                .hasMessageContaining(problem);
    }

    @Test
    void warnsOfARestrictionThatIsNotPutInWords() {
        assertThat(system.register(LOADER, entry("EIS", "H3").build()).warnings())
                .contains("HANDLING_TEXT_MISSING");
    }

    @ParameterizedTest
    @CsvSource({"H0", "H1"})
    void anOpenItemIsPassedOnAndItsProviderTold(String code) {
        load("EIS", code);
        Forwarding.Forwarded forwarded = forward(POLICE_1, Optional.empty());

        assertThat(forwarded.handlingCode()).isEqualTo(code);
        assertThat(forwarded.condition().isEmpty()).isEqualTo(code.equals("H0"));
        assertThat(platform.sent)
                .extracting(Notification::recipient, Notification::type)
                .containsExactly(tuple(RECIPIENT, "EUROPOL_ITEM"), tuple(LOADER.authority(), "EUROPOL_ITEM_FORWARDED"));
    }

    @Test
    void anH2ItemIsPassedOnOnlyWithTheProvidersConsent() {
        load("EIS", "H2");
        assertProblem(() -> forward(POLICE_1, Optional.empty()), ProblemType.HANDLING_RESTRICTED);
        assertProblem(() -> forward(POLICE_1, Optional.of("  ")), ProblemType.HANDLING_RESTRICTED);
        assertThat(platform.sent).isEmpty();

        assertThat(forward(POLICE_1, Optional.of("siena-4711")).consent()).isEqualTo("siena-4711");
        assertThat(platform.audit.getLast().detail()).containsEntry("consent", "siena-4711");
    }

    @Test
    void theProviderPassesItsOwnItemOnWithoutAsking() {
        load("EIS", "H2");

        assertThat(forward(LOADER, Optional.empty()).recipient()).isEqualTo(RECIPIENT);
    }

    @Test
    void whoMayNotReadAnItemCannotTellItFromNone() {
        load("ANALYSIS", "H0");
        assertProblem(() -> forward(POLICE_1, Optional.of("siena-1")), ProblemType.NOT_FOUND);
        assertProblem(
                () -> forwarding(Set.of()).forward(EUROPOL, "e1", new ForwardingRequest(RECIPIENT, Optional.empty())),
                ProblemType.NOT_FOUND);
    }

    private void load(String category, String code) {
        system.register(LOADER, entry(category, code).build());
        platform.audit.clear();
    }

    private static Entries entry(String category, String code) {
        return Entries.of(category)
                .id("e1")
                .person("Salmani", "Nadir", "1991-11-22")
                .with("handlingCode", code)
                .with("evaluation", "B2");
    }

    private List<Item> search(Caller caller) {
        SearchQuery query = new SearchQuery(
                Entries.of("x").person("Selmani", "Nadir", "1991-11-22").build().identity(),
                List.of(),
                SearchQuery.Mode.ONE_EDIT);
        List<Item> items = new ArrayList<>();
        quest.search(new ConnectorQuery("q-1", caller, query, List.of(), Instant.MAX, 50), items::add);
        return items;
    }

    private Forwarding.Forwarded forward(Caller caller, Optional<String> consent) {
        return forwarding(EnumSet.allOf(DataCategory.class))
                .forward(caller, "e1", new ForwardingRequest(RECIPIENT, consent));
    }

    private Forwarding forwarding(Set<DataCategory> reply) {
        SourceRight right = new SourceRight(SystemId.EUROPOL, true, EnumSet.allOf(SearchField.class), reply, "test");
        AccessControl access = new ProfileOnly(new Profile("TEST", true, List.of(right)));
        return new Forwarding(access, platform.records(), c.transactions(), platform.notifications(), c.audit());
    }

    private static void assertProblem(Runnable call, ProblemType type) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }

    private record ProfileOnly(Profile profile) implements AccessControl {
        @Override
        public Caller authenticate(String bearerToken, String purpose, String caseReference) {
            throw new AssertionError("not asked");
        }

        @Override
        public Profile profile(Caller caller) {
            return profile;
        }

        @Override
        public void requireWrite(Caller caller, SystemId system, String category) {
            throw new AssertionError("not asked");
        }

        @Override
        public void requireOwner(Caller caller, SystemId system, String category, Authority owner) {
            throw new AssertionError("not asked");
        }

        @Override
        public void requireOperation(Caller caller, String operation) {
            throw new AssertionError("not asked");
        }
    }
}
