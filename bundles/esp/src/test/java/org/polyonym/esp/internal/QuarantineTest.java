package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.esp.internal.Fixtures.caller;
import static org.polyonym.esp.internal.Fixtures.connector;
import static org.polyonym.esp.internal.Fixtures.item;
import static org.polyonym.esp.internal.Fixtures.keys;
import static org.polyonym.esp.internal.Fixtures.limits;
import static org.polyonym.esp.internal.Fixtures.right;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polyonym.access.DataCategory;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Health;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.esp.SourceStatus;
import org.polyonym.esp.internal.Conduct.Standing;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** A connector that breaks its contract, the call of the portal and the real watchdog. */
@Timeout(60)
class QuarantineTest {
    private static final InstantSource TIME = InstantSource.system();
    /** By the contract of the portal: a breach is found within this time. */
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(5);

    private final Sources sources = new Sources(TIME, ConductChanges.NONE);
    private final Watchdog watchdog = new Watchdog(sources, new Probe(TIME));

    @AfterEach
    void stop() {
        watchdog.close();
    }

    static Stream<Arguments> graveFaults() {
        return Stream.of(
                fault("error", (q, sink) -> {
                    throw new NoClassDefFoundError("gone");
                }),
                fault("memory", (q, sink) -> {
                    throw new OutOfMemoryError("Java heap space");
                }),
                fault("another system", (q, sink) -> sink.accept(item("VIS/1"))),
                fault("null item", (q, sink) -> sink.accept(null)),
                fault("an item of a gigabyte, in small", (q, sink) -> sink.accept(large(70_000))),
                fault("a gigabyte in many items, in small", (q, sink) -> {
                    for (int i = 0; i < 30; i++) {
                        sink.accept(large(50_000));
                    }
                }),
                fault("a wrapped fault", (q, sink) -> {
                    try {
                        sink.accept(item("VIS/1"));
                    } catch (RuntimeException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }

    private static Arguments fault(String name, BiConsumer<ConnectorQuery, Consumer<Item>> search) {
        return Arguments.of(name, search);
    }

    private static Item large(int chars) {
        return item("EES/1", new Fact(DataCategory.BUSINESS, "x", "x".repeat(chars)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("graveFaults")
    void aGraveBreachIsNotAskedAgainUntilAnOperatorReleasesIt(
            String name, BiConsumer<ConnectorQuery, Consumer<Item>> search) {
        AtomicInteger asked = new AtomicInteger();
        Source source = add(connector(SystemId.EES, (q, sink) -> {
            asked.incrementAndGet();
            search.accept(q, sink);
        }));
        assertThat(ask(source).status()).isEqualTo(SourceStatus.UNAVAILABLE);
        assertThat(source.conduct().held()).isTrue();

        SourceAnswer second = ask(source);
        assertThat(second.reason()).startsWith("in quarantine: ");
        assertThat(asked).hasValue(1);

        source.release();
        ask(source);
        assertThat(asked).hasValue(2);
    }

    @Test
    void throwingIsTriedByTheWatchdogAndFoundInTime() {
        AtomicBoolean broken = new AtomicBoolean(true);
        Source source = add(connector(SystemId.EES, (q, sink) -> {
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
        }));
        watchdog.start();
        ask(source);
        await("quarantined", () -> source.conduct().quarantined());

        broken.set(false);
        await(
                "healed by a trial",
                Duration.ofSeconds(15),
                () -> !source.conduct().quarantined());
        assertThat(ask(source).status()).isEqualTo(SourceStatus.EMPTY_OR_NOT_PERMITTED);
    }

    @Test
    void aCallThatGoesOnAfterItsInterruptionIsFoundWithoutFurtherTrafficAndHealsOnceItReturns() {
        CountDownLatch stuck = new CountDownLatch(1);
        Description hasty = description(limits(5, Duration.ofMillis(300), 4));
        Source source = add(connector(hasty, (q, sink) -> ignoreInterruption(stuck)));
        watchdog.start();
        SourceCall call = call(source, new AtomicReference<>());
        Thread.ofVirtual().start(call);
        await("inside", () -> source.inside() == 1);
        call.late();
        await("quarantined", () -> source.conduct().quarantined());
        assertThat(source.conduct().reason()).containsAnyOf("deadline", "in time");
        assertThat(source.conduct().held()).isFalse();

        stuck.countDown();
        await("healed", Duration.ofSeconds(15), () -> source.conduct().standing() == Standing.GOOD);
    }

    @Test
    void aHealthThatHangsIsFoundWithoutTraffic() {
        Source source = add(new Healthy(() -> {
            ignoreInterruption(new CountDownLatch(1));
            return Health.UP;
        }));
        watchdog.start();
        await("quarantined", () -> source.conduct().quarantined());

        assertThat(source.conduct().reason()).contains("health");
        assertThat(ask(source).status()).isEqualTo(SourceStatus.UNAVAILABLE);
    }

    @Test
    void aSystemThatIsDownAnswersTheFirstQueryAfterItsRecovery() {
        AtomicReference<Health> health = new AtomicReference<>(Health.down("line\ncut"));
        Source source = add(new Healthy(health::get));
        assertThat(source.checkHealth()).isFalse();

        assertThat(ask(source).reason()).isEqualTo("its system is down: line cut");
        health.set(Health.UP);
        assertThat(ask(source).status()).isEqualTo(SourceStatus.EMPTY_OR_NOT_PERMITTED);
    }

    @Test
    void anotherDescriptionThanBeforeIsGrave() {
        AtomicInteger times = new AtomicInteger();
        Source source = add(new Healthy(() -> Health.UP) {
            @Override
            public Description describe() {
                return description(limits(5, Duration.ofSeconds(1), 1 + times.getAndIncrement()));
            }
        });
        source.checkDescription();

        assertThat(source.conduct().held()).isTrue();
    }

    @Test
    void aConnectorThatNeverComesUpIsNamedAndDoesNotHoldUpTheOthers() {
        sources.add(new Sources.Owner(1, "eu.example", "1.0.0", false), new NeverThere(), Map.of("system", "EES"));
        Source source = sources.of(SystemId.EES).orElseThrow();
        watchdog.start();
        await("quarantined", Duration.ofSeconds(10), () -> source.conduct().quarantined());

        assertThat(ask(source).status()).isEqualTo(SourceStatus.UNAVAILABLE);
    }

    @Test
    void aCallerWhoGivesNoTimeCannotBringAnInnocentConnectorIntoQuarantine() throws InterruptedException {
        Source source = add(connector(SystemId.EES, (q, sink) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        for (int i = 0; i < 10; i++) {
            SourceCall.Asking hurried = asking(Duration.ofMillis(1));
            SourceCall call =
                    new SourceCall(hurried, right(SystemId.EES), () -> Optional.of(source), TIME, answer -> {});
            Thread thread = Thread.ofVirtual().start(call);
            await("inside", () -> source.inside() == 1);
            call.late();
            thread.join();
        }
        assertThat(source.conduct().standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void latenessOfThePlatformsOwnSystemIsOverloadAndNoBreach() {
        Source own =
                Source.of(Fixtures.handle(connector(SystemId.SIS, (q, sink) -> {})), TIME, ConductChanges.NONE, true);
        own.breach(Breach.IGNORED_DEADLINE, "late");
        assertThat(own.conduct().standing()).isEqualTo(Standing.GOOD);

        own.breach(Breach.OTHER_SYSTEM, "wrong");
        assertThat(own.conduct().held()).isTrue();
    }

    @Test
    void aRefusalByItsOwnLawIsNoBreach() {
        Source source = add(connector(SystemId.EES, (q, sink) -> {
            throw ProblemException.of(ProblemType.RELEASE_MISSING, "no release");
        }));
        for (int i = 0; i < 10; i++) {
            assertThat(ask(source).status()).isEqualTo(SourceStatus.UNAVAILABLE);
        }
        assertThat(source.conduct().standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void aSourceThatIsRetiredInBetweenIsFollowedByItsSuccessor() {
        Source old = add(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/old"))));
        Source successor = Fixtures.source(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/new"))));
        old.retire();
        AtomicInteger lookups = new AtomicInteger();
        AtomicReference<SourceAnswer> answer = new AtomicReference<>();
        new SourceCall(
                        asking(Duration.ofSeconds(5)),
                        right(SystemId.EES),
                        () -> Optional.of(lookups.getAndIncrement() == 0 ? old : successor),
                        TIME,
                        answer::set)
                .run();

        assertThat(answer.get().items()).extracting(i -> i.origin().text()).containsExactly("EES/new");
    }

    @Test
    void anAgencyIsAskedOnlyOnceItIsAdmittedAndOnlyForItsSystem() {
        SystemId register = SystemId.of("NPR");
        Map<String, Object> boasting = Map.of("system", "SIS", "service.ranking", 10_000, "service.id", 5L);
        sources.add(
                new Sources.Owner(7, "eu.example", "1.0.0", true),
                Fixtures.handle(connector(register, (q, sink) -> {})),
                boasting);
        assertThat(sources.of(SystemId.SIS)).isEmpty();
        assertThat(sources.of(register)).isEmpty();

        sources.admit(7, register);
        assertThat(sources.of(register)).isPresent();
        assertThat(sources.of(SystemId.SIS)).isEmpty();

        sources.add(
                new Sources.Owner(8, "eu.example", "1.0.1", true),
                Fixtures.handle(connector(register, (q, sink) -> {})),
                Map.of("service.id", 6L));
        assertThat(sources.of(register)).hasValue(sources.ofBundle(7).getFirst());
        sources.admit(8, register);
        assertThat(sources.of(register)).hasValue(sources.ofBundle(8).getFirst());
        sources.retire(8);
        assertThat(sources.of(register)).hasValue(sources.ofBundle(7).getFirst());
    }

    @Test
    void countsThreadsByTheLoaderThatTheyInherit() throws Exception {
        ClassLoader agency = new ClassLoader(getClass().getClassLoader()) {};
        CountDownLatch end = new CountDownLatch(1);
        Guard.call(Optional.of(agency), () -> {
            for (int i = 0; i < 3; i++) {
                Thread.ofPlatform().daemon().start(() -> ignoreInterruption(end));
            }
            return null;
        });
        assertThat(OwnThreads.count()).containsEntry(agency, 3);
        assertThat(Thread.currentThread().getContextClassLoader()).isNotEqualTo(agency);
        end.countDown();
    }

    private Source add(Connector connector) {
        Fixtures.add(sources, connector, Map.of(Sources.SYSTEM, "EES", "service.id", 1L));
        Source source = sources.of(SystemId.EES).orElseThrow();
        await("described", source::described);
        return source;
    }

    private SourceAnswer ask(Source source) {
        AtomicReference<SourceAnswer> answer = new AtomicReference<>();
        call(source, answer).run();
        return answer.get();
    }

    private static SourceCall call(Source source, AtomicReference<SourceAnswer> answer) {
        return new SourceCall(
                asking(Duration.ofSeconds(2)), right(SystemId.EES), () -> Optional.of(source), TIME, answer::set);
    }

    private static SourceCall.Asking asking(Duration time) {
        return new SourceCall.Asking(
                "q-1",
                caller("POLICE@MS-1", Purpose.POLICE_CHECK),
                keys(),
                TIME.instant().plus(time));
    }

    private static Description description(Limits limits) {
        return new Description(
                SystemId.EES, "Entry/Exit System", Fixtures.EVERY_FIELD, Fixtures.EVERY_CATEGORY, limits);
    }

    private static void ignoreInterruption(CountDownLatch end) {
        boolean waiting = true;
        while (waiting) {
            try {
                end.await();
                waiting = false;
            } catch (InterruptedException ignored) {
                waiting = true;
            }
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        await(what, FOUND_WITHIN, condition);
    }

    private static void await(String what, Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what + " within " + limit).isBefore(end);
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    /** A good connector with a health of its own. */
    private static class Healthy implements Connector {
        private final java.util.function.Supplier<Health> health;

        Healthy(java.util.function.Supplier<Health> health) {
            this.health = health;
        }

        @Override
        public Description describe() {
            return description(limits(5, Duration.ofSeconds(1), 4));
        }

        @Override
        public void search(ConnectorQuery query, Consumer<Item> sink) {
            assertThat(query.maxItems()).isEqualTo(5);
        }

        @Override
        public Optional<Item> fetch(String recordId) {
            return Optional.empty();
        }

        @Override
        public Health health() {
            return health.get();
        }
    }

    /** A component whose constructor hangs. */
    private static final class NeverThere implements Handle {
        @Override
        public Connector get() {
            ignoreInterruption(new CountDownLatch(1));
            return null;
        }

        @Override
        public Optional<ClassLoader> loader() {
            return Optional.empty();
        }

        @Override
        public void release() {}
    }
}
