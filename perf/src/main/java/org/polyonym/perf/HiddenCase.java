package org.polyonym.perf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A case of the library that happens while honest people travel. */
interface HiddenCase {
    /** A scenario of the library that passed. */
    String PASSED = "passed";
    /** One that did not. */
    String FAILED = "failed";

    /** Legal time of the platform before the case begins. */
    Instant legalTime();

    /** Whatever must be done on an empty platform before the load, so that the case itself waits for nothing. */
    void prepare();

    /** Runs it within the load and returns when it is over. */
    Outcome run(long began, long loadMillis);

    /**
     * What an identity of the attacker, or a scenario of the library, came to.
     *
     * @param identity e.g. {@code #6 Karim HADDO}
     * @param linkable whether anything recorded could tie it to the others; true for scenarios
     * @param exposed {@code joined}, {@code found}, {@code no} or {@code failed}
     * @param encounter where it was exposed first, empty if nowhere
     * @param evidence by what
     * @param millis from the acknowledgement of the registration to the link visible, empty where nothing was registered; of
     *     a scenario of the library its own duration
     * @param atMillis when, from the beginning of the load
     */
    record Exposure(
            String identity,
            boolean linkable,
            String exposed,
            String encounter,
            String evidence,
            Optional<Long> millis,
            Optional<Long> atMillis) {
        /** What the milliseconds are, for people. */
        String time() {
            boolean scenario = exposed.equals(PASSED) || exposed.equals(FAILED);
            return millis.map(ms -> scenario ? "scenario took " + ms + " ms" : "link visible after " + ms + " ms")
                    .orElse("");
        }
    }

    /**
     * What the case came to.
     *
     * @param exposures identity by identity, or scenario by scenario
     * @param misses what was expected and did not happen; empty when detection is complete
     * @param beganMillis when it began, from the beginning of the load
     * @param endedMillis when it was over
     * @param linkMillis times from acknowledgement to visible link
     */
    record Outcome(
            List<Exposure> exposures, List<String> misses, long beganMillis, long endedMillis, List<Long> linkMillis) {}
}
