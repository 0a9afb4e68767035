package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Health;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.esp.ProbeReport;
import org.polyonym.model.SystemId;

@Timeout(20)
class TrialTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Sources sources = Fixtures.sources();
    private final Trial trial = new Trial(sources, new Probe(InstantSource.system()));
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        end.countDown();
    }

    @Test
    void passesAGoodConnectorAndNamesItsSystem() throws InterruptedException {
        assertThat(trialOf(new Turning(() -> {}, time -> {})))
                .isEqualTo(new ProbeReport(true, Optional.of(SystemId.EES), "time 0", ""));
    }

    @Test
    void waitsNoLongerForAHealthThatSwallowsInterruptions() throws InterruptedException {
        assertThat(trialOf(new Turning(this::hang, time -> {}))).isEqualTo(ProbeReport.failed("not healthy in time"));
    }

    @Test
    void waitsNoLongerForASecondDescriptionThatSwallowsInterruptions() throws InterruptedException {
        assertThat(trialOf(new Turning(() -> {}, time -> {
                    if (time > 0) {
                        hang();
                    }
                })))
                .isEqualTo(ProbeReport.failed("not healthy in time"));
    }

    @Test
    void doesNotPassWhatCameIntoQuarantineOnTheWay() throws InterruptedException {
        Turning changing = new Turning(() -> {}, time -> {});
        changing.constant = false;
        ProbeReport report = trialOf(changing);

        assertThat(report.passed()).isFalse();
        assertThat(report.reason()).contains("describes itself in another way");
    }

    @Test
    void saysWhenABundleOffersNoConnector() throws InterruptedException {
        assertThat(trial.of(5, Duration.ofMillis(50)).reason()).isEqualTo("the bundle offers no connector");
    }

    private ProbeReport trialOf(Connector connector) throws InterruptedException {
        Fixtures.add(sources, connector, Map.of("service.id", 1L));
        return trial.of(1, LIMIT);
    }

    private void hang() {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException swallowed) {
                assertThat(end.getCount()).isPositive();
            }
        }
    }

    /** A good connector but for what it does before it tells its health, and describes itself for the n-th time. */
    private static final class Turning implements Connector {
        private final Runnable beforeHealth;
        private final IntConsumer beforeDescription;
        private final AtomicInteger times = new AtomicInteger();
        private boolean constant = true;

        Turning(Runnable beforeHealth, IntConsumer beforeDescription) {
            this.beforeHealth = beforeHealth;
            this.beforeDescription = beforeDescription;
        }

        @Override
        public Description describe() {
            int time = times.getAndIncrement();
            beforeDescription.accept(time);
            return new Description(
                    SystemId.EES,
                    "time " + (constant ? 0 : time),
                    Fixtures.EVERY_FIELD,
                    Fixtures.EVERY_CATEGORY,
                    Limits.DEFAULT);
        }

        @Override
        public void search(ConnectorQuery query, Consumer<Item> sink) {}

        @Override
        public Optional<Item> fetch(String recordId) {
            return Optional.empty();
        }

        @Override
        public Health health() {
            beforeHealth.run();
            return Health.UP;
        }
    }
}
