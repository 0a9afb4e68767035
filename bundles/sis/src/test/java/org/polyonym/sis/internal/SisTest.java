package org.polyonym.sis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.polyonym.access.Caller;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.Purpose;
import org.polyonym.notification.Notification;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SearchQuery;
import org.polyonym.registry.Submission;
import org.polyonym.systemkit.Contracts;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

/** What tests of SIS share: the system, its connector, officials and alerts. */
abstract class SisTest {
    static final Caller SIRENE_1 = Entries.caller(AuthorityKind.SIRENE, "MS-1", Purpose.SIRENE);
    static final Caller SIRENE_2 = Entries.caller(AuthorityKind.SIRENE, "MS-2", Purpose.SIRENE);
    static final Caller POLICE_2 = Entries.caller(AuthorityKind.POLICE, "MS-2", Purpose.POLICE_CHECK);
    static final Caller IMMIGRATION_2 = Entries.caller(AuthorityKind.IMMIGRATION, "MS-2", Purpose.STAY_CHECK);

    TestPlatform platform = new TestPlatform();
    SisSystem sis = open();

    SisSystem open() {
        Contracts c = platform.contracts();
        return new SisSystem(
                c.transactions(),
                c.documents(),
                c.images(),
                c.outbox(),
                c.audit(),
                c.access(),
                c.biometrics(),
                c.clock(),
                c.rules(),
                platform.records(),
                platform.notifications(),
                Map.of());
    }

    @AfterEach
    void close() {
        platform.close();
    }

    static Entries alert(String category, String id, String action) {
        return Entries.of(category)
                .id(id)
                .person("Selmani", "Nadir", "1993-11-22")
                .with("reason", "recorded reason")
                .with("action", action)
                .with("proportionality", "ADEQUATE");
    }

    static Entries refusal(String id) {
        return alert("REFUSAL_OF_ENTRY", id, "REFUSE_ENTRY")
                .with("decisionReference", "D-1")
                .with("ground", "THREAT");
    }

    static Entries discreet(String id) {
        return alert("DISCREET_CHECK", id, "DISCREET_CHECK");
    }

    static void assertRefused(ProblemType type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }

    List<String> sent(String type) {
        return platform.sent.stream()
                .filter(n -> n.type().equals(type))
                .map(Notification::recipient)
                .map(Object::toString)
                .toList();
    }

    List<Item> search(Caller caller, Submission like, List<BiometricSample> prints) {
        SisConnector connector = new SisConnector(
                platform.records(), platform.matching, platform.contracts().rules());
        SearchQuery query = new SearchQuery(like.identity(), like.documents(), SearchQuery.Mode.EXACT);
        List<Item> items = new ArrayList<>();
        connector.search(
                new ConnectorQuery("q", caller, query, prints, Instant.now().plusSeconds(60), 20), items::add);
        return items;
    }

    HitAnswer confirm(Caller caller, String recordId, HitReport report) {
        return new HitConfirmation(platform.contracts(), platform.records(), platform.notifications())
                .confirm(caller, recordId, report);
    }

    static HitReport report(BiometricSample... samples) {
        return new HitReport(true, "Coach station", "refused entry", List.of(samples), Optional.empty());
    }
}
