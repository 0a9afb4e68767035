package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.esp.internal.Fixtures.caller;
import static org.polyonym.esp.internal.Fixtures.keys;
import static org.polyonym.esp.internal.Fixtures.right;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.polyonym.connector.Connector;
import org.polyonym.connector.Description;
import org.polyonym.connector.Limits;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;

/** One connector, of the system EES, with the call of the portal and the real watchdog. */
final class Ward implements AutoCloseable {
    static final InstantSource TIME = InstantSource.system();
    /** By the contract of the portal: a breach is found within this time. */
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(15);

    private final Sources sources = new Sources(TIME, ConductChanges.NONE);
    private final Watchdog watchdog = new Watchdog(sources, new Probe(TIME));

    void watch() {
        watchdog.start();
    }

    /** The source of a connector that describes itself. */
    Source add(Connector connector) {
        Source source = add(Fixtures.handle(connector));
        await("described", source::described);
        return source;
    }

    Source add(Handle handle) {
        sources.add(
                new Sources.Owner(1, "eu.example", "1.0.0", false),
                handle,
                Map.of(Sources.SYSTEM, "EES", "service.id", 1L));
        return sources.of(SystemId.EES).orElseThrow();
    }

    static SourceAnswer ask(Source source) {
        AtomicReference<SourceAnswer> answer = new AtomicReference<>();
        call(source, answer).run();
        return answer.get();
    }

    static SourceCall call(Source source, AtomicReference<SourceAnswer> answer) {
        return new SourceCall(
                asking(Duration.ofSeconds(2)), right(SystemId.EES), () -> Optional.of(source), TIME, answer::set);
    }

    static SourceCall.Asking asking(Duration time) {
        return new SourceCall.Asking(
                "q-1",
                caller("POLICE@MS-1", Purpose.POLICE_CHECK),
                keys(),
                TIME.instant().plus(time));
    }

    static Description description(Limits limits) {
        return new Description(
                SystemId.EES, "Entry/Exit System", Fixtures.EVERY_FIELD, Fixtures.EVERY_CATEGORY, limits);
    }

    static void ignoreInterruption(CountDownLatch end) {
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

    static void await(String what, BooleanSupplier condition) {
        await(what, FOUND_WITHIN, condition);
    }

    static void await(String what, Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what + " within " + limit).isBefore(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
