package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.esp.internal.Fixtures.limits;
import static org.polyonym.esp.internal.Ward.ask;
import static org.polyonym.esp.internal.Ward.await;
import static org.polyonym.esp.internal.Ward.description;
import static org.polyonym.esp.internal.Ward.ignoreInterruption;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Health;
import org.polyonym.connector.Item;
import org.polyonym.esp.SourceStatus;
import org.polyonym.model.SystemId;

/** What a connector says of itself: its health and its description. */
@Timeout(60)
class WellbeingTest {
    private final Ward ward = new Ward();

    @AfterEach
    void stop() {
        ward.close();
    }

    @Test
    void aHealthThatHangsIsFoundWithoutTraffic() {
        Source source = ward.add(new Healthy(() -> {
            ignoreInterruption(new CountDownLatch(1));
            return Health.UP;
        }));
        ward.watch();
        await("quarantined", () -> source.conduct().quarantined());

        assertThat(source.conduct().reason()).contains("health");
        assertThat(ask(source).status()).isEqualTo(SourceStatus.UNAVAILABLE);
    }

    @Test
    void aSystemThatIsDownAnswersTheFirstQueryAfterItsRecovery() {
        AtomicReference<Health> health = new AtomicReference<>(Health.down("line\ncut"));
        Source source = ward.add(new Healthy(health::get));
        assertThat(source.checkHealth()).isFalse();

        assertThat(ask(source).reason()).isEqualTo("its system is down: line cut");
        health.set(Health.UP);
        assertThat(ask(source).status()).isEqualTo(SourceStatus.EMPTY_OR_NOT_PERMITTED);
    }

    @Test
    void anotherDescriptionThanBeforeIsGrave() {
        AtomicInteger times = new AtomicInteger();
        Source source = ward.add(new Healthy(() -> Health.UP) {
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
        Source source = ward.add(new NeverThere());
        ward.watch();
        await("quarantined", Duration.ofSeconds(10), () -> source.conduct().quarantined());

        assertThat(ask(source).status()).isEqualTo(SourceStatus.UNAVAILABLE);
    }

    @Test
    void aConnectorThatWasInterruptedWhileItDescribedItselfDoesSoAgainWhenItIsReleased() {
        AtomicBoolean hangs = new AtomicBoolean(true);
        Unsteady unsteady = new Unsteady(() -> {
            if (hangs.get()) {
                hangUntilInterrupted();
            }
        });
        Source source = ward.add(Fixtures.handle(unsteady));
        ward.watch();
        await("held", Duration.ofSeconds(10), () -> source.conduct().held());
        assertThat(source.described()).isFalse();

        hangs.set(false);
        source.release();
        await("described", source::described);
        assertThat(ask(source).status()).isEqualTo(SourceStatus.EMPTY_OR_NOT_PERMITTED);
        assertThat(source.system()).contains(SystemId.EES);
    }

    @Test
    void aDescriptionThatFailsAgainAfterTheReleaseIsHeldAgain() {
        AtomicInteger times = new AtomicInteger();
        Source source = ward.add(Fixtures.handle(new Unsteady(() -> {
            throw new IllegalStateException("attempt " + times.incrementAndGet());
        })));
        await("held", () -> source.conduct().held());

        source.release();
        await("held again", () -> times.get() == 2 && source.conduct().held());
        assertThat(ask(source).status()).isEqualTo(SourceStatus.UNAVAILABLE);
    }

    @Test
    void aReleaseDoesNotAskForTheDescriptionThatIsThereNorOneThatIsOnItsWayOut() {
        AtomicInteger times = new AtomicInteger();
        Source described = ward.add(new Unsteady(times::incrementAndGet));
        described.breach(Breach.OTHER_SYSTEM, "wrong");
        described.release();
        assertThat(described.described()).isTrue();
        assertThat(times).hasValue(1);

        Source leaving = Fixtures.source(new Unsteady(() -> {
            times.incrementAndGet();
            throw new IllegalStateException("broken");
        }));
        await("held", () -> leaving.conduct().held());
        leaving.retire();
        leaving.release();
        await("nobody inside", () -> leaving.inside() == 0);
        assertThat(times).hasValue(2);
    }

    private static void hangUntilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A good connector with a health of its own. */
    private static class Healthy implements Connector {
        private final Supplier<Health> health;

        Healthy(Supplier<Health> health) {
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

    /** A healthy connector that does something before it describes itself. */
    private static final class Unsteady extends Healthy {
        private final Runnable before;

        Unsteady(Runnable before) {
            super(() -> Health.UP);
            this.before = before;
        }

        @Override
        public Description describe() {
            before.run();
            return super.describe();
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
