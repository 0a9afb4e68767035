package org.polyonym.simulation.soak;

import java.time.Duration;
import java.util.function.IntFunction;
import org.polyonym.simulation.harness.HarnessException;

/**
 * Brings a JVM just started to where it can be measured: classes are loaded and compiled, and what grows once has grown. A
 * rising load, for the full rate at once would only queue up, then the changes at the full rate until nothing fails.
 */
final class WarmUp {
    private static final int STEPS = 4;
    private static final Duration STEP = Duration.ofSeconds(8);
    /** A machine that cannot bear the rate after so many rounds never will. */
    private static final int ROUNDS = 8;

    private WarmUp() {}

    /** The changes that will be measured, of each kind some. */
    @FunctionalInterface
    interface Changes {
        void under(Load load) throws InterruptedException;
    }

    /** Returns how many rounds at the full rate it took. */
    static int run(int rate, IntFunction<Load> loads, Changes changes) throws InterruptedException {
        for (int step = 1; step < STEPS; step++) {
            Load rising = loads.apply(Math.max(1, rate * step / STEPS));
            rising.start();
            Thread.sleep(STEP);
            rising.close();
        }
        for (int round = 1; ; round++) {
            Load load = loads.apply(rate);
            load.start();
            Thread.sleep(STEP);
            changes.under(load);
            load.close();
            if (load.failed() == 0) {
                return round;
            }
            if (round == ROUNDS) {
                throw new HarnessException("requests fail already while warming up: " + load.failures());
            }
        }
    }
}
