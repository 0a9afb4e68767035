package org.polyonym.esp.internal;

import java.time.Duration;
import java.time.Instant;
import org.polyonym.esp.internal.Conduct.Standing;

/** Decides who is asked. Pure functions. */
final class QuarantinePolicy {
    /** Exceptions and late answers in a row that lead to quarantine. */
    static final int SEVERAL = 3;
    /** Time until the first trial; doubles with each quarantine that follows closely. */
    static final Duration FIRST_BACK_OFF = Duration.ofSeconds(5);
    /** Longest time until the next trial. */
    static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);
    /** Good conduct for so long makes earlier quarantines forgotten. */
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private QuarantinePolicy() {}

    /** The conduct after a breach. */
    static Conduct after(Conduct before, Breach breach, String reason, Instant now) {
        if (before.held()) {
            return before;
        }
        boolean forgotten = before.standing() == Standing.GOOD
                && Duration.between(before.since(), now).compareTo(FORGOTTEN_AFTER) > 0;
        int earlier = forgotten ? 0 : before.quarantines();
        int inARow = before.inARow() + 1;
        boolean tolerated = breach.weight() == Breach.Weight.SEVERAL && inARow < SEVERAL && !before.quarantined();
        if (tolerated) {
            Instant since = before.standing() == Standing.SUSPECT ? before.since() : now;
            return new Conduct(Standing.SUSPECT, reason, inARow, earlier, since, now);
        }
        int quarantines = earlier + 1;
        Instant trialAt = breach.weight() == Breach.Weight.GRAVE ? Instant.MAX : now.plus(backOff(quarantines));
        Instant since = before.quarantined() ? before.since() : now;
        return new Conduct(Standing.QUARANTINED, reason, inARow, quarantines, since, trialAt);
    }

    /** The conduct after a good answer to somebody; one that comes late, out of quarantine, counts for nothing. */
    static Conduct afterGoodAnswer(Conduct before, Instant now) {
        return before.quarantined() || before.standing() == Standing.DOWN ? before : good(before, now);
    }

    /** The conduct after a good answer to a trial. */
    static Conduct afterTrial(Conduct before, Instant now) {
        return before.held() ? before : good(before, now);
    }

    /** The conduct after an operator has released it: earlier quarantines are forgotten. */
    static Conduct afterRelease(Instant now) {
        return Conduct.unknown(now);
    }

    /** The conduct after it has told its health. */
    static Conduct afterHealth(Conduct before, boolean available, String reason, Instant now) {
        if (before.quarantined() || available && before.standing() == Standing.SUSPECT) {
            return before;
        }
        if (available) {
            return before.standing() == Standing.DOWN ? good(before, now) : before;
        }
        Instant since = before.standing() == Standing.DOWN ? before.since() : now;
        return new Conduct(Standing.DOWN, reason, before.inARow(), before.quarantines(), since, now);
    }

    /** Whether it is to be tried: in quarantine after the back-off, or when its last answers failed. */
    static boolean trialDue(Conduct conduct, Instant now) {
        return conduct.standing() == Standing.SUSPECT || conduct.quarantined() && !now.isBefore(conduct.trialAt());
    }

    private static Conduct good(Conduct before, Instant now) {
        Instant since = before.standing() == Standing.GOOD ? before.since() : now;
        return new Conduct(Standing.GOOD, "", 0, before.quarantines(), since, now);
    }

    private static Duration backOff(int quarantines) {
        Duration wait = FIRST_BACK_OFF;
        for (int i = 1; i < quarantines && wait.compareTo(LONGEST_BACK_OFF) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF;
    }
}
