package org.polyonym.esp.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A call that is inside a connector.
 *
 * @param kind what it asks
 * @param thread the thread that is inside
 * @param deadline machine time by which it should have returned
 * @param told whether it was found overdue already
 */
record InnerCall(Kind kind, Thread thread, Instant deadline, AtomicBoolean told) {
    /** A call of the current thread. */
    static InnerCall of(Kind kind, Instant deadline) {
        return new InnerCall(kind, Thread.currentThread(), deadline, new AtomicBoolean());
    }

    /** What is asked, and how long past its deadline a call may be inside before that is a breach. */
    enum Kind {
        /** Its description; slow only while the machine is, so it gets more time. */
        DESCRIBE(Duration.ofSeconds(3), Breach.SILENT, "it does not describe itself in time"),
        /** Its health. */
        HEALTH(Duration.ofSeconds(2), Breach.HEALTH_HANGS, "its health does not answer in time"),
        /** A search, which is interrupted at its deadline. */
        SEARCH(
                Duration.ofSeconds(2),
                Breach.IGNORED_DEADLINE,
                "it does not answer in time and goes on although it was interrupted");

        private final Duration grace;
        private final Breach breach;
        private final String words;

        Kind(Duration grace, Breach breach, String words) {
            this.grace = grace;
            this.breach = breach;
            this.words = words;
        }

        Breach breach() {
            return breach;
        }

        String words() {
            return words;
        }
    }

    boolean overdue(Instant now) {
        return now.isAfter(deadline.plus(kind.grace));
    }
}
