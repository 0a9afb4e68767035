package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polyonym.esp.internal.Conduct.Standing;

class QuarantinePolicyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Conduct GOOD = Conduct.unknown(NOW);

    @Test
    void toleratesTwoExceptionsInARowAndNotThree() {
        Conduct twice = breach(breach(GOOD, Breach.THREW), Breach.LATE);
        assertThat(twice.standing()).isEqualTo(Standing.SUSPECT);

        Conduct thrice = breach(twice, Breach.THREW);
        assertThat(thrice.quarantined()).isTrue();
        assertThat(thrice.held()).isFalse();
    }

    @Test
    void aGoodAnswerBetweenThemEndsTheRow() {
        Conduct afterGood = QuarantinePolicy.afterGoodAnswer(breach(breach(GOOD, Breach.THREW), Breach.THREW), NOW);

        assertThat(breach(breach(afterGood, Breach.THREW), Breach.THREW).standing())
                .isEqualTo(Standing.SUSPECT);
    }

    @ParameterizedTest
    @EnumSource(Breach.class)
    void everyOtherBreachLeadsThereAtOnceAndAGraveOneUntilAnOperatorReleasesIt(Breach breach) {
        Conduct after = breach(GOOD, breach);

        assertThat(after.quarantined()).isEqualTo(breach.weight() != Breach.Weight.SEVERAL);
        assertThat(after.held()).isEqualTo(breach.weight() == Breach.Weight.GRAVE);
        if (after.held()) {
            Instant never = NOW.plus(Duration.ofDays(365));
            assertThat(QuarantinePolicy.trialDue(after, never)).isFalse();
            assertThat(QuarantinePolicy.afterTrial(after, never)).isEqualTo(after);
            assertThat(QuarantinePolicy.after(after, Breach.THREW, "later", NOW).reason())
                    .isEqualTo("because");
        }
        assertThat(QuarantinePolicy.afterRelease(NOW).standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void isTriedAfterABackOffThatDoublesUpToALimit() {
        Conduct conduct = GOOD;
        Duration expected = QuarantinePolicy.FIRST_BACK_OFF;
        for (int i = 0; i < 12; i++) {
            conduct = breach(conduct, Breach.HEALTH_HANGS);
            assertThat(QuarantinePolicy.trialDue(conduct, NOW.plus(expected).minusMillis(1)))
                    .isFalse();
            assertThat(QuarantinePolicy.trialDue(conduct, NOW.plus(expected))).isTrue();
            Duration doubled = expected.multipliedBy(2);
            expected = doubled.compareTo(QuarantinePolicy.LONGEST_BACK_OFF) < 0
                    ? doubled
                    : QuarantinePolicy.LONGEST_BACK_OFF;
        }
        assertThat(expected).isEqualTo(QuarantinePolicy.LONGEST_BACK_OFF);
    }

    @Test
    void forgetsEarlierQuarantinesAfterLongGoodConduct() {
        Conduct twice = breach(breach(GOOD, Breach.FLOODED), Breach.FLOODED);
        Conduct healed = QuarantinePolicy.afterTrial(twice, NOW);
        Instant later = NOW.plus(QuarantinePolicy.FORGOTTEN_AFTER).plusMillis(1);

        assertThat(QuarantinePolicy.after(healed, Breach.FLOODED, "x", NOW).quarantines())
                .isEqualTo(3);
        assertThat(QuarantinePolicy.after(healed, Breach.FLOODED, "x", later).quarantines())
                .isEqualTo(1);
        assertThat(QuarantinePolicy.after(healed, Breach.THREW, "x", later).quarantines())
                .as("also on the way over suspicion")
                .isZero();
    }

    @Test
    void oneUnderSuspicionThatSaysItIsDownIsDown() {
        Conduct suspect = breach(GOOD, Breach.THREW);

        assertThat(QuarantinePolicy.afterHealth(suspect, true, "", NOW)).isEqualTo(suspect);
        assertThat(QuarantinePolicy.afterHealth(suspect, false, "line cut", NOW).standing())
                .isEqualTo(Standing.DOWN);
    }

    @Test
    void aLateGoodAnswerDoesNotEndAQuarantine() {
        Conduct quarantined = breach(GOOD, Breach.IGNORED_DEADLINE);

        assertThat(QuarantinePolicy.afterGoodAnswer(quarantined, NOW)).isEqualTo(quarantined);
        assertThat(QuarantinePolicy.afterHealth(quarantined, true, "", NOW)).isEqualTo(quarantined);
        assertThat(QuarantinePolicy.afterTrial(quarantined, NOW).standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void aSystemThatSaysItIsDownIsAskedAgainAsSoonAsItSaysOtherwise() {
        Conduct down = QuarantinePolicy.afterHealth(GOOD, false, "line cut", NOW);
        assertThat(down.standing()).isEqualTo(Standing.DOWN);
        assertThat(down.reason()).isEqualTo("line cut");

        assertThat(QuarantinePolicy.afterHealth(down, true, "", NOW).standing()).isEqualTo(Standing.GOOD);
    }

    private static Conduct breach(Conduct before, Breach breach) {
        return QuarantinePolicy.after(before, breach, "because", NOW);
    }
}
