package org.polyonym.sbms.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.polyonym.grid.Member;

/**
 * Members that have just let a search wait in vain. They are not asked for a while, so a node that hangs and is not yet missed
 * by the grid slows one search and not all of them. Thread-safe.
 */
final class Suspects {
    /** Longer than the grid needs to miss a member. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final Map<String, Long> untilNanos = new ConcurrentHashMap<>();

    void add(Member member) {
        untilNanos.put(member.id(), System.nanoTime() + PAUSE.toNanos());
    }

    boolean contain(Member member) {
        Long until = untilNanos.get(member.id());
        if (until != null && until - System.nanoTime() <= 0) {
            untilNanos.remove(member.id(), until);
            return false;
        }
        return until != null;
    }
}
