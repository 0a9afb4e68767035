package org.polyonym.sbms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.sbms.internal.Bench.BOTH;
import static org.polyonym.sbms.internal.Bench.CALLER;
import static org.polyonym.sbms.internal.Bench.FOUR;
import static org.polyonym.sbms.internal.Bench.eurodac;
import static org.polyonym.sbms.internal.Bench.fingers;
import static org.polyonym.sbms.internal.Bench.sis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.grid.GridException;
import org.polyonym.grid.internal.LoneGrid;
import org.polyonym.health.DerivedState;
import org.polyonym.model.OriginRef;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.PreparedSamples;

/** Three nodes over one store, one of which fails in each way that a node can. */
@Timeout(120)
class DistributedSearchTest {
    private static final int PERSONS = 24;

    private final Bench bench = new Bench();
    private final TestPlatform platform = new TestPlatform(bench);
    private final TestPlatform.Node one = platform.start();
    private final TestPlatform.Node two = platform.start();
    private final TestPlatform.Node three = platform.start();
    private final PreparedSamples samples = bench.matching.prepare(fingers(1, FOUR, 0), sample -> true);
    private Identification alone;

    @BeforeEach
    void enrolMany() {
        for (int person = 0; person < PERSONS; person++) {
            enrol(one, eurodac("E" + person), samples);
        }
        alone = bench.service().identify(CALLER, fingers(1, FOUR, 1), BOTH, 100);
        assertThat(alone.candidates()).hasSize(PERSONS);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private void enrol(TestPlatform.Node node, OriginRef origin, PreparedSamples prepared) {
        bench.transactions.inTransaction(uow -> {
            node.matching.enrol(uow, origin, prepared);
            return true;
        });
    }

    private Identification search(TestPlatform.Node node) {
        return node.matching.identify(CALLER, fingers(1, FOUR, 1), BOTH, 100);
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @Test
    void everyNodeAnswersAsOneNodeAloneWould() {
        assertThat(search(one)).isEqualTo(alone);
        assertThat(search(two)).isEqualTo(alone);
        assertThat(search(three)).isEqualTo(alone);
        assertThat(one.calls.get()).as("each asked the other two once").isEqualTo(2);
    }

    @Test
    void eachNodeHoldsItsOwnShardsOnlyAndHasReadThemBeforeASearch() throws InterruptedException {
        Set<Integer> shards = bench.documents
                .shardStates(TemplateStore.type(eurodac("E1").system()))
                .keySet();
        platform.changed();
        await("all shards are held somewhere", () -> one.held() + two.held() + three.held() >= shards.size());
        search(one);
        // The first one may have been alone for a moment, and keeps for a while what was its own then. The last never
        // was.
        long own = shards.stream()
                .filter(shard -> three.owner(shard).equals(three.self()))
                .count();
        await("the last one holds its own", () -> three.held() == own);
        assertThat(own).isBetween(1L, shards.size() - 1L);
        platform.changed();
        await("nothing that is owned is unread", () -> behind(one) == 0 && behind(two) == 0 && behind(three) == 0);
    }

    private static long behind(TestPlatform.Node node) {
        return node.gallery.states().stream().mapToLong(DerivedState::behind).sum();
    }

    @Test
    void saysHowFarItIsBehindAlsoWithShardsThatItHasNotReadYet() {
        GalleryService unread = new GalleryService(bench.documents, LoneGrid.withoutHandlers());
        try {
            assertThat(unread.states())
                    .filteredOn(state -> state.structure().equals("gallery-EURODAC"))
                    .singleElement()
                    .satisfies(state -> {
                        assertThat(state.shards()).isEmpty();
                        assertThat(state.behind()).isGreaterThanOrEqualTo(PERSONS * 4L);
                    });
        } finally {
            unread.close();
        }
    }

    @Test
    void isCompleteWhenAMemberDiesInMidSearch() {
        two.behaviour = (node, request, limit) -> {
            node.leave();
            throw new GridException("the member has gone");
        };
        assertThat(search(one)).isEqualTo(alone);
        assertThat(search(three)).isEqualTo(alone);
    }

    @Test
    void isCompleteWhenShardsMoveInMidSearch() {
        two.behaviour = (node, request, limit) -> {
            platform.start();
            return TestPlatform.WELL.answer(node, request, limit);
        };
        assertThat(search(one)).isEqualTo(alone);
    }

    @Test
    void isCompleteWhenAMemberIsLateAndAsksItNoMoreForAWhile() {
        two.behaviour = TestPlatform.LATE;
        assertThat(search(one)).isEqualTo(alone);
        int calls = two.calls.get();
        assertThat(search(one)).isEqualTo(alone);
        assertThat(two.calls.get()).isEqualTo(calls);
    }

    @Test
    void isCompleteWhenAMemberAnswersGarbage() {
        two.behaviour = (node, request, limit) -> "{\"candidates\":".getBytes(StandardCharsets.UTF_8);
        assertThat(search(one)).isEqualTo(alone);
    }

    @Test
    void takesNothingOfAnAnswerThatClaimsWhatItWasNotAskedFor() {
        SearchWire wire = new SearchWire();
        two.behaviour = (node, request, limit) -> {
            SearchAnswer honest = wire.answer(node.gallery.handle(request));
            SearchAnswer.Searched first = honest.shards().getFirst();
            List<SearchAnswer.Searched> early =
                    List.of(new SearchAnswer.Searched(first.system(), first.shard(), first.version() - 1, 4, 0));
            return wire.write(new SearchAnswer(List.of(), early, honest.thresholdVersion()));
        };
        assertThat(search(one)).isEqualTo(alone);
        three.behaviour = (node, request, limit) -> {
            SearchAnswer honest = wire.answer(node.gallery.handle(request));
            return wire.write(new SearchAnswer(honest.candidates(), honest.shards(), "FUSE-1999-1"));
        };
        assertThat(search(one)).isEqualTo(alone);
    }

    @Test
    void asksElsewhereForShardsThatAMemberLeftOut() {
        SearchWire wire = new SearchWire();
        two.behaviour = (node, request, limit) -> {
            SearchAnswer honest = wire.answer(node.gallery.handle(request));
            return wire.write(new SearchAnswer(List.of(), List.of(), honest.thresholdVersion()));
        };
        assertThat(search(one)).isEqualTo(alone);
    }

    @Test
    void anErasedRecordIsFoundByNobodyAndTheOtherNodesForgetRecentSamples() {
        bench.transactions.inTransaction(uow -> {
            one.matching.remove(uow, eurodac("E3"));
            return true;
        });
        assertThat(search(two).candidates()).hasSize(PERSONS - 1);
        assertThat(search(three).coverage().complete()).isTrue();
        assertThat(one.told).containsExactly(SharedBiometricMatching.FORGET);
    }

    @Test
    void everyNodeSeesWhatWasEnrolledOnAnotherBeforeItsSearchBegan() {
        PreparedSamples other = bench.matching.prepare(fingers(7, FOUR, 0), sample -> true);
        List<TestPlatform.Node> nodes = List.of(one, two, three);
        for (int i = 0; i < 12; i++) {
            OriginRef ref = sis("A" + i);
            enrol(nodes.get(i % 3), ref, other);
            assertThat(nodes.get((i + 1) % 3)
                            .matching
                            .identify(CALLER, fingers(7, FOUR, 1), BOTH, 100)
                            .candidates())
                    .extracting(Candidate::ref)
                    .contains(ref);
        }
    }

    @Test
    void twoRegistrationsOfOnePersonAtTheSameMomentOnTwoNodesAlwaysMeet() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 40; round++) {
                CyclicBarrier together = new CyclicBarrier(2);
                OriginRef first = eurodac("F" + round);
                OriginRef second = sis("S" + round);
                Future<Boolean> here = threads.submit(enrolAndSearch(one, together, first, samples, second));
                Future<Boolean> there = threads.submit(enrolAndSearch(two, together, second, samples, first));
                boolean met = here.get(60, TimeUnit.SECONDS) | there.get(60, TimeUnit.SECONDS);
                assertThat(met).as("round %d", round).isTrue();
                bench.remove(first);
                bench.remove(second);
            }
        }
    }

    private Callable<Boolean> enrolAndSearch(
            TestPlatform.Node node, CyclicBarrier together, OriginRef own, PreparedSamples person, OriginRef other) {
        return () -> {
            together.await();
            enrol(node, own, person);
            return node.matching.identify(CALLER, own, BOTH, 100).candidates().stream()
                    .anyMatch(each -> each.ref().equals(other));
        };
    }
}
