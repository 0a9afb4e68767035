package org.polyonym.interpol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.registry.Submission;
import org.polyonym.systemkit.Contracts;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class SltdTest {
    private static final Caller BUREAU = Entries.caller(AuthorityKind.POLICE, "MS-1", Purpose.POLICE_CHECK);
    private static final Caller GUARD = Entries.caller(AuthorityKind.BORDER_FIRST_LINE, "MS-2", Purpose.BORDER_ENTRY);
    private static final Caller OPERATOR = Entries.caller(AuthorityKind.OPERATIONS, "EU", Purpose.OPERATIONS);
    private static final ReleaseRequest GRANTED =
            new ReleaseRequest("agreement-1", "supervisory board", TestPlatform.FIRST_DAY.plusYears(1));

    private final TestPlatform platform = new TestPlatform();
    private final Contracts c = platform.contracts();
    private final Releases releases = new Releases(c.transactions(), c.documents(), c.audit(), c.clock());
    private final SltdConnector connector = connector(platform.records());

    @BeforeEach
    void enterAStolenCard() {
        InterpolSystem system = new InterpolSystem(
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
        system.register(BUREAU, card("X1234567").build());
        assertThatThrownBy(() -> system.register(
                        BUREAU,
                        card("X2")
                                .id("s2")
                                .person("Berti", "Luca", "1990-03-14")
                                .build()))
                .hasMessageContaining("no data of persons");
        platform.audit.clear();
    }

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void withoutAReleaseNoCallReachesTheRegister() {
        Records untouchable = (Records) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Records.class}, (proxy, method, args) -> {
                    throw new AssertionError("the register was asked");
                });
        SltdConnector off = connector(untouchable);

        assertProblem(() -> off.search(query("X1234567"), item -> {}), ProblemType.RELEASE_MISSING);
        assertProblem(() -> off.fetch("s1"), ProblemType.RELEASE_MISSING);
        assertThat(off.health().available()).isFalse();
    }

    @Test
    void findsTheDocumentWithStatusOnceAReleaseIsInForce() {
        releases.record(OPERATOR, GRANTED);

        assertThat(search("x 1234567")).singleElement().satisfies(i -> {
            assertThat(i.origin()).isEqualTo(OriginRef.of("INTERPOL/s1"));
            assertThat(i.identity()).isEmpty();
            assertThat(i.facts()).extracting(Fact::name, Fact::value).contains(tuple("status", "STOLEN"));
        });
        assertThat(connector.health().available()).isTrue();
    }

    @Test
    void aNumberThatOnlyResemblesIsNoHit() {
        releases.record(OPERATOR, GRANTED);

        assertThat(search("X1234568")).isEmpty();
    }

    @Test
    void leavesTheOwnerNoTrace() {
        releases.record(OPERATOR, GRANTED);
        int before = platform.audit.size();
        search("X1234567");

        assertThat(platform.sent).isEmpty();
        assertThat(platform.audit).hasSize(before);
    }

    @Test
    void aReleaseEndsWithItsLastDay() {
        releases.record(OPERATOR, GRANTED);
        platform.setDay(GRANTED.validUntil());
        assertThat(search("X1234567")).hasSize(1);

        platform.setDay(GRANTED.validUntil().plusDays(1));
        assertProblem(() -> search("X1234567"), ProblemType.RELEASE_MISSING);
    }

    @Test
    void withdrawingStopsTheNextSearch() {
        releases.record(OPERATOR, GRANTED);
        releases.withdraw(OPERATOR);

        assertProblem(() -> search("X1234567"), ProblemType.RELEASE_MISSING);
        assertProblem(() -> releases.withdraw(OPERATOR), ProblemType.NOT_FOUND);
        assertThat(platform.audit)
                .extracting(AuditEntry::event)
                .containsExactly("INTERPOL_RELEASE_RECORDED", "INTERPOL_RELEASE_WITHDRAWN");
    }

    @Test
    void aNewReleaseReplacesTheOld() {
        releases.record(OPERATOR, GRANTED);
        releases.record(OPERATOR, new ReleaseRequest("agreement-2", "board", TestPlatform.FIRST_DAY));

        assertThat(releases.recorded()).hasValueSatisfying(r -> {
            assertThat(r.reference()).isEqualTo("agreement-2");
            assertThat(r.recordedBy()).isEqualTo("OPERATIONS@EU official");
        });
    }

    @ParameterizedTest
    @CsvSource({"'', board, 2027-01-01", "ref, ' ', 2027-01-01", "ref, board,", "ref, board, 2020-01-01"})
    void refusesAnIncompleteOrPastRelease(String reference, String grantedBy, LocalDate validUntil) {
        assertThatThrownBy(() -> releases.record(OPERATOR, new ReleaseRequest(reference, grantedBy, validUntil)))
                .isInstanceOf(ProblemException.class);
        assertThat(releases.recorded()).isEmpty();
    }

    private SltdConnector connector(Records records) {
        return new SltdConnector(records, c.transactions(), c.documents(), c.audit(), c.clock());
    }

    private List<Item> search(String number) {
        List<Item> items = new ArrayList<>();
        connector.search(query(number), items::add);
        return items;
    }

    private static ConnectorQuery query(String number) {
        Submission asked = card(number).build();
        return new ConnectorQuery(
                "q-1",
                GUARD,
                new SearchQuery(asked.identity(), asked.documents(), SearchQuery.Mode.ONE_EDIT),
                List.of(),
                Instant.MAX,
                50);
    }

    private static Entries card(String number) {
        return Entries.of("STOLEN_LOST").id("s1").passport(number, "AUT").with("status", "STOLEN");
    }

    private static void assertProblem(Runnable call, ProblemType type) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }
}
