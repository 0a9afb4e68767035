package org.polyonym.esp.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.polyonym.esp.SourceStatus;

/**
 * Answers in the order in which they may be released. Those with data go at once. Those without wait for the next step of a
 * fixed grid, so that the time an empty answer took does not tell whether hidden data were sifted out (R-ESP-22).
 */
final class Arrivals {
    /** Distance of the steps. */
    static final Duration STEP = Duration.ofMillis(100);

    private final DelayQueue<Arrival> queue = new DelayQueue<>();
    private final long started = System.nanoTime();

    private record Arrival(SourceAnswer answer, long releaseNanos) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(releaseNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    void add(SourceAnswer answer) {
        long now = System.nanoTime();
        boolean padded = answer.status() == SourceStatus.EMPTY_OR_NOT_PERMITTED;
        queue.add(new Arrival(answer, padded ? started + nextStep(now - started) : now));
    }

    /** The next answer that may be released, or nothing within that time. */
    Optional<SourceAnswer> next(Duration wait) throws InterruptedException {
        return Optional.ofNullable(queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS))
                .map(Arrival::answer);
    }

    static long nextStep(long elapsedNanos) {
        long step = STEP.toNanos();
        return (elapsedNanos / step + 1) * step;
    }
}
