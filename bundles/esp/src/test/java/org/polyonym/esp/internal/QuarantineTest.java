package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.esp.internal.Fixtures.connector;
import static org.polyonym.esp.internal.Fixtures.item;
import static org.polyonym.esp.internal.Fixtures.limits;
import static org.polyonym.esp.internal.Fixtures.right;
import static org.polyonym.esp.internal.Ward.TIME;
import static org.polyonym.esp.internal.Ward.ask;
import static org.polyonym.esp.internal.Ward.asking;
import static org.polyonym.esp.internal.Ward.await;
import static org.polyonym.esp.internal.Ward.call;
import static org.polyonym.esp.internal.Ward.description;
import static org.polyonym.esp.internal.Ward.ignoreInterruption;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polyonym.access.DataCategory;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.esp.SourceStatus;
import org.polyonym.esp.internal.Conduct.Standing;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** A connector that breaks its contract in a search. */
@Timeout(60)
class QuarantineTest {
    private final Ward ward = new Ward();

    @AfterEach
    void stop() {
        ward.close();
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
        Source source = ward.add(connector(SystemId.EES, (q, sink) -> {
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
        Source source = ward.add(connector(SystemId.EES, (q, sink) -> {
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
        }));
        ward.watch();
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
        Source source = ward.add(connector(hasty, (q, sink) -> ignoreInterruption(stuck)));
        ward.watch();
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
    void aCallerWhoGivesNoTimeCannotBringAnInnocentConnectorIntoQuarantine() throws InterruptedException {
        Source source = ward.add(connector(SystemId.EES, (q, sink) -> {
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
        Source source = ward.add(connector(SystemId.EES, (q, sink) -> {
            throw ProblemException.of(ProblemType.RELEASE_MISSING, "no release");
        }));
        for (int i = 0; i < 10; i++) {
            assertThat(ask(source).status()).isEqualTo(SourceStatus.UNAVAILABLE);
        }
        assertThat(source.conduct().standing()).isEqualTo(Standing.GOOD);
    }
}
