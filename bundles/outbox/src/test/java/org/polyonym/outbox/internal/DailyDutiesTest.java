package org.polyonym.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;
import org.polyonym.time.DailyDuty;
import org.polyonym.time.LegalClock;

class DailyDutiesTest {
    private record Duty(String name, Consumer<LocalDate> work) implements DailyDuty {
        @Override
        public void run(LocalDate today) {
            work.accept(today);
        }
    }

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2016-12-19T19:00:00Z"));
    private final LegalClock clock = new LegalClock() {
        @Override
        public Instant now() {
            return now.get();
        }

        @Override
        public boolean virtual() {
            return true;
        }
    };
    private final List<DailyDuty> registered = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void closeStore() {
        store.close();
    }

    private DailyDuties node() {
        return new DailyDuties(store.transactions(), store.documents(), () -> clock, () -> registered);
    }

    private void register(String name) {
        registered.add(new Duty(name, today -> done.add(name + " " + today)));
    }

    @Test
    void runsEveryDutyOncePerLegalDayOnWhateverNode() {
        register("erase");
        node().catchUp();
        node().catchUp();
        assertThat(done).containsExactly("erase 2016-12-19");
        now.set(Instant.parse("2018-07-01T00:00:00Z"));
        node().catchUp();
        assertThat(done).containsExactly("erase 2016-12-19", "erase 2018-07-01");
    }

    @Test
    void runsADutyThatArrivesLaterOnTheSameDay() {
        register("erase");
        node().catchUp();
        register("review");
        node().catchUp();
        assertThat(done).containsExactly("erase 2016-12-19", "review 2016-12-19");
    }

    @Test
    void runsTheOthersWhenOneFailsAndTriesItAgain() {
        AtomicReference<Boolean> broken = new AtomicReference<>(true);
        registered.add(new Duty("a-broken", today -> {
            if (broken.get()) {
                throw new IllegalArgumentException("not now");
            }
            done.add("a-broken");
        }));
        register("erase");
        assertThatThrownBy(() -> node().catchUp()).hasMessageContaining("a-broken");
        assertThat(done).containsExactly("erase 2016-12-19");
        broken.set(false);
        node().catchUp();
        assertThat(done).containsExactly("erase 2016-12-19", "a-broken");
    }

    @Test
    void doesNotRunAgainWhenTheClockGoesBack() {
        register("erase");
        node().catchUp();
        now.set(Instant.parse("2016-12-18T00:00:00Z"));
        node().catchUp();
        assertThat(done).hasSize(1);
    }
}
