package org.polyonym.esp.internal;

import java.time.Instant;

/**
 * What the portal thinks of a connector. Immutable.
 *
 * @param standing whether it is asked
 * @param reason of the last breach, without personal data; empty while nothing is wrong
 * @param inARow breaches since the last good answer
 * @param quarantines quarantines that followed each other closely
 * @param since machine time of the last change of standing
 * @param trialAt machine time from which it is tried again; {@link Instant#MAX} when only an operator releases it
 */
record Conduct(Standing standing, String reason, int inARow, int quarantines, Instant since, Instant trialAt) {
    /** Whether a connector is asked. */
    enum Standing {
        GOOD,
        SUSPECT,
        DOWN,
        QUARANTINED
    }

    /** Of a connector that nobody has asked yet. */
    static Conduct unknown(Instant now) {
        return new Conduct(Standing.GOOD, "", 0, 0, now, now);
    }

    boolean quarantined() {
        return standing == Standing.QUARANTINED;
    }

    /** Whether only an operator ends the quarantine. */
    boolean held() {
        return quarantined() && trialAt.equals(Instant.MAX);
    }
}
