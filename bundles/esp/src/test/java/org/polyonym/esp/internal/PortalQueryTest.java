package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polyonym.esp.internal.Fixtures.EVERY_CATEGORY;
import static org.polyonym.esp.internal.Fixtures.EVERY_FIELD;
import static org.polyonym.esp.internal.Fixtures.caller;
import static org.polyonym.esp.internal.Fixtures.connector;
import static org.polyonym.esp.internal.Fixtures.item;
import static org.polyonym.esp.internal.Fixtures.keys;
import static org.polyonym.esp.internal.Fixtures.profile;
import static org.polyonym.esp.internal.Fixtures.right;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.audit.AuditEntry;
import org.polyonym.connector.Connector;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Limits;
import org.polyonym.esp.SourceStatus;
import org.polyonym.mid.LinkColour;
import org.polyonym.mid.LinkView;
import org.polyonym.model.GroupRef;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** The whole query with the real Camel route. */
@Timeout(60)
class PortalQueryTest {
    private final CamelFanOut fanOut;
    private final Sources sources = Fixtures.sources();
    private final Fixtures.MemoryLog log = new Fixtures.MemoryLog();
    private final LinkPart links = new LinkPart(true);

    PortalQueryTest() throws Exception {
        fanOut = new CamelFanOut();
        links.set((caller, profile, hit) -> List.of());
    }

    @AfterEach
    void stop() {
        fanOut.close();
    }

    @Test
    void aFastSourceIsReadWhileASlowOneStillHangs() throws InterruptedException {
        CountDownLatch slow = new CountDownLatch(1);
        add(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/1"))), SystemId.EES);
        add(hanging(SystemId.EURODAC, slow), SystemId.EURODAC);
        LinkedBlockingQueue<Object> lines = new LinkedBlockingQueue<>();
        PortalQuery query = query(profile(right(SystemId.EURODAC), right(SystemId.EES)), Duration.ofSeconds(30));
        Thread reader = Thread.ofVirtual().start(() -> query.writeTo(lines::add));

        assertThat(lines.take()).isInstanceOf(AnswerLine.Query.class);
        assertThat(part(lines.take()).system()).contains(SystemId.EES);
        assertThat(slow.getCount()).as("the slow source still hangs").isEqualTo(1);

        slow.countDown();
        assertThat(part(lines.take()).system()).contains(SystemId.EURODAC);
        assertThat(lines.take()).isInstanceOf(AnswerLine.Links.class);
        assertThat(lines.take()).isInstanceOf(AnswerLine.End.class);
        reader.join();
    }

    @Test
    void aSourceThatHangsPastTheLimitIsNamedUnavailableAndTheOthersAnswer() {
        add(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/1"))), SystemId.EES);
        add(hanging(SystemId.EURODAC, new CountDownLatch(1)), SystemId.EURODAC);
        List<Object> lines = read(query(profile(right(SystemId.EURODAC), right(SystemId.EES)), Duration.ofSeconds(3)));

        assertThat(status(lines, SystemId.EES)).isEqualTo(SourceStatus.ANSWERED);
        assertThat(status(lines, SystemId.EURODAC)).isEqualTo(SourceStatus.UNAVAILABLE);
        assertThat(lines.getLast()).isInstanceOf(AnswerLine.End.class);
    }

    /** As many as it is let have at once, which are as many as there are carriers of virtual threads in this test. */
    @Test
    void agenciesThatComputeWithoutEndLeaveTheThreadsOfAllOthersAlone() throws Exception {
        AtomicBoolean computing = new AtomicBoolean(true);
        add(
                connector(SystemId.EURODAC, (q, sink) -> {
                    while (computing.get()) {
                        Thread.onSpinWait();
                    }
                }),
                SystemId.EURODAC);
        Source source = sources.of(SystemId.EURODAC).orElseThrow();
        List<Thread> readers = new ArrayList<>();
        try {
            for (int i = 0; i < Limits.DEFAULT.maxConcurrent(); i++) {
                PortalQuery query = query(profile(right(SystemId.EURODAC)), Duration.ofSeconds(30));
                readers.add(Thread.ofPlatform().start(() -> read(query)));
            }
            while (source.inside() < Limits.DEFAULT.maxConcurrent()) {
                Thread.sleep(Duration.ofMillis(10));
            }
            CountDownLatch another = new CountDownLatch(1);
            Thread.ofVirtual().start(another::countDown);
            assertThat(another.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            computing.set(false);
        }
        for (Thread reader : readers) {
            reader.join();
        }
    }

    @Test
    void namesEverySourceOfTheProfileAndNoOther() {
        add(connector(SystemId.ECRIS_TCN, (q, sink) -> sink.accept(item("ECRIS-TCN/1"))), SystemId.ECRIS_TCN);
        List<Object> lines = read(query(profile(right(SystemId.SIS), right(SystemId.VIS)), Duration.ofSeconds(5)));

        assertThat(parts(lines))
                .extracting(p -> p.system().orElseThrow())
                .containsExactlyInAnyOrder(SystemId.SIS, SystemId.VIS);
        assertThat(parts(lines)).extracting(AnswerLine.Part::status).containsOnly(SourceStatus.UNAVAILABLE);
    }

    @Test
    void aSourceThatTheProfileMayNotSearchWithTheseKeysHasNoLine() {
        Profile documents = profile(
                right(SystemId.INTERPOL, Set.of(SearchField.FINGERPRINTS), EVERY_CATEGORY), right(SystemId.EES));
        List<Object> lines = read(query(documents, Duration.ofSeconds(5)));

        assertThat(parts(lines)).extracting(p -> p.system().orElseThrow()).containsExactly(SystemId.EES);
        assertThat(log.entries.getFirst().detail()).containsEntry("sources", "EES");
    }

    @Test
    void theConnectorWithTheHighestRankingStandsForItsSystemUntilItGoes() {
        Connector own = connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/own")));
        Connector other = connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/other")));
        Fixtures.add(sources, own, Map.of(Sources.SYSTEM, "EES", "service.id", 7L));
        Fixtures.add(sources, other, Map.of(Sources.SYSTEM, "EES", "service.id", 9L, "service.ranking", 100));
        assertThat(origins()).containsExactly("EES/other");

        sources.remove(Map.of("service.id", 9L));
        assertThat(origins()).containsExactly("EES/own");
    }

    private List<String> origins() {
        return parts(read(query(profile(right(SystemId.EES)), Duration.ofSeconds(5)))).getFirst().items().stream()
                .map(i -> i.origin().orElseThrow().text())
                .toList();
    }

    @Test
    void aHiddenHitAndNoHitGiveTheSameLines() {
        Profile blind = profile(right(SystemId.EES, EVERY_FIELD, Set.of()));
        add(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/1"))), SystemId.EES);
        List<Object> hidden = read(query(blind, Duration.ofSeconds(5)));
        Sources empty = Fixtures.sources();
        Fixtures.add(empty, connector(SystemId.EES, (q, sink) -> {}), Map.of(Sources.SYSTEM, "EES"));
        List<Object> none = read(query(blind, Duration.ofSeconds(5), empty));

        assertThat(hidden).isEqualTo(none).hasSize(4);
    }

    @Test
    void emptyAnswersAreReleasedOnlyOnTheGrid() {
        long step = Arrivals.STEP.toNanos();

        assertThat(List.of(0L, 1L, step - 1)).extracting(Arrivals::nextStep).containsOnly(step);
        assertThat(Arrivals.nextStep(step)).isEqualTo(2 * step);
    }

    @Test
    void cutsEachItemToTheReplyCategoriesOfTheProfile() {
        Fact action = new Fact(DataCategory.ALERT, "action", "ARREST");
        Fact remark = new Fact(DataCategory.BUSINESS, "remark", "secret");
        add(connector(SystemId.SIS, (q, sink) -> sink.accept(item("SIS/1", action, remark))), SystemId.SIS);
        Profile cut = profile(right(
                SystemId.SIS, EVERY_FIELD, Set.of(DataCategory.REFERENCE, DataCategory.ALERT, DataCategory.DOCUMENT)));
        AnswerLine.Found found = parts(read(query(cut, Duration.ofSeconds(5))))
                .getFirst()
                .items()
                .getFirst();

        assertThat(found.facts()).containsExactly(action);
        assertThat(found.identity()).isEmpty();
        assertThat(found.documents()).hasSize(1);
        assertThat(found.origin()).isPresent();
    }

    @Test
    void aFlagOnlyRightTellsThatThereIsDataAndNotWhich() {
        add(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/1"))), SystemId.EES);
        Profile flag = profile(right(SystemId.EES, EVERY_FIELD, Set.of(DataCategory.REFERENCE)));
        AnswerLine.Part part = parts(read(query(flag, Duration.ofSeconds(5)))).getFirst();

        assertThat(part.status()).isEqualTo(SourceStatus.ANSWERED);
        assertThat(part.items()).isEmpty();
    }

    @Test
    void aProfileThatHidesSourcesGetsNoSystemAndNoReference() {
        add(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/1"))), SystemId.EES);
        Profile unnamed = new Profile("POLICE_PATROL/ID_CHECK_ART20", false, List.of(right(SystemId.EES)));
        AnswerLine.Part part =
                parts(read(query(unnamed, Duration.ofSeconds(5)))).getFirst();

        assertThat(part.system()).isEmpty();
        assertThat(part.items()).singleElement().satisfies(i -> {
            assertThat(i.origin()).isEmpty();
            assertThat(i.group()).isEmpty();
            assertThat(i.identity()).isPresent();
        });
    }

    @Test
    void answersWithTheLinksOfAllGroupsHit() {
        GroupRef group = GroupRef.of("EES/1");
        links.set((caller, profile, hit) -> hit.equals(Set.of(group)) ? List.of(link()) : List.of());
        add(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/1"))), SystemId.EES);
        List<Object> lines = read(query(profile(right(SystemId.EES)), Duration.ofSeconds(5)));

        assertThat(linkLine(lines).links()).containsExactly(link());
    }

    @Test
    void anAbsentDetectorIsUnavailableAndNotEmpty() {
        links.set(null);
        List<Object> lines = read(query(profile(right(SystemId.EES)), Duration.ofSeconds(5)));

        assertThat(linkLine(lines).status()).isEqualTo(SourceStatus.UNAVAILABLE);
    }

    @Test
    void storesTheEntryOfEachAnswerBeforeItsLine() {
        add(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/1"))), SystemId.EES);
        List<List<String>> logged = new ArrayList<>();
        query(profile(right(SystemId.EES)), Duration.ofSeconds(5)).writeTo(line -> logged.add(log.events()));

        assertThat(logged.getFirst()).containsExactly("PORTAL_QUERY");
        assertThat(logged.get(1)).containsExactly("PORTAL_QUERY", "PORTAL_SOURCE_ANSWER");
        assertThat(log.entries.toString()).doesNotContain("SELMANI", "1991", "X1234567");
        assertThat(log.entries).extracting(AuditEntry::subject).allMatch(s -> s.contains("q-1"));
    }

    @Test
    void releasesNoLineWhoseEntryCannotBeStored() {
        add(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/1"))), SystemId.EES);
        PortalQuery query = query(profile(right(SystemId.EES)), Duration.ofSeconds(5), sources, new BrokenLog());
        List<Object> lines = new ArrayList<>();

        assertThatThrownBy(() -> query.writeTo(lines::add)).hasMessageContaining("PLY-5002");
        assertThat(lines).hasSize(1).first().isInstanceOf(AnswerLine.Query.class);
    }

    @Test
    void interruptsTheSourcesWhenTheClientHasGone() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        add(
                connector(SystemId.EES, (q, sink) -> {
                    await(inside);
                    sink.accept(item("EES/1"));
                }),
                SystemId.EES);
        add(
                connector(SystemId.VIS, (q, sink) -> {
                    inside.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                }),
                SystemId.VIS);
        Consumer<Object> gone = line -> {
            if (line instanceof AnswerLine.SourceLine) {
                throw new IllegalStateException("broken pipe");
            }
        };

        assertThatThrownBy(() -> query(profile(right(SystemId.VIS), right(SystemId.EES)), Duration.ofSeconds(30))
                        .writeTo(gone))
                .hasMessage("broken pipe");
        interrupted.await();
    }

    private static Connector hanging(SystemId system, CountDownLatch until) {
        return connector(system, (q, sink) -> await(until));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Connector connector, SystemId system) {
        Fixtures.add(sources, connector, Map.of(Sources.SYSTEM, system.text()));
    }

    private PortalQuery query(Profile profile, Duration timeout) {
        return query(profile, timeout, sources);
    }

    private PortalQuery query(Profile profile, Duration timeout, Sources from) {
        return query(profile, timeout, from, log);
    }

    private PortalQuery query(Profile profile, Duration timeout, Sources from, Fixtures.MemoryLog audit) {
        InstantSource time = InstantSource.system();
        SourceCall.Asking asking = new SourceCall.Asking(
                "q-1",
                caller("POLICE@MS-1", Purpose.POLICE_CHECK),
                new SearchKeys(keys().query(), List.of()),
                time.instant().plus(timeout));
        return new PortalQuery(asking, profile, new PortalQuery.Portal(from, fanOut, audit, links, time, true))
                .logged();
    }

    private static List<Object> read(PortalQuery query) {
        List<Object> lines = new ArrayList<>();
        query.writeTo(lines::add);
        return lines;
    }

    private static AnswerLine.Part part(Object line) {
        return ((AnswerLine.SourceLine) line).source();
    }

    private static List<AnswerLine.Part> parts(List<Object> lines) {
        return lines.stream()
                .filter(AnswerLine.SourceLine.class::isInstance)
                .map(PortalQueryTest::part)
                .toList();
    }

    private static SourceStatus status(List<Object> lines, SystemId system) {
        return parts(lines).stream()
                .filter(p -> p.system().equals(Optional.of(system)))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private static AnswerLine.Links linkLine(List<Object> lines) {
        return (AnswerLine.Links) lines.get(lines.size() - 2);
    }

    private static LinkView link() {
        return TestLinks.link(LinkColour.YELLOW);
    }

    /** Takes the entry of the query and then fails. */
    private static final class BrokenLog extends Fixtures.MemoryLog {
        @Override
        public void append(AuditEntry entry) {
            if (!entry.event().equals("PORTAL_QUERY")) {
                throw ProblemException.of(ProblemType.AUDIT_UNAVAILABLE, "disk full");
            }
        }
    }
}
