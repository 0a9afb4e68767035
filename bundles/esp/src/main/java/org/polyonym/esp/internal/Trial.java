package org.polyonym.esp.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.polyonym.connector.Description;
import org.polyonym.esp.ProbeReport;
import org.polyonym.model.SystemId;

/**
 * Judges the connector of a bundle before anybody is let to it. Code of the connector runs on a thread of its own: who waits
 * for the report has it in time, whatever the connector does with interruptions.
 */
final class Trial {
    private static final Duration POLL = Duration.ofMillis(20);

    private final Sources sources;
    private final Probe probe;

    Trial(Sources sources, Probe probe) {
        this.sources = sources;
        this.probe = probe;
    }

    /** Returns at the latest about when the limit is over. */
    ProbeReport of(long bundleId, Duration limit) throws InterruptedException {
        Instant end = sources.now().plus(limit);
        Optional<Source> source = await(bundleId, end);
        if (source.isEmpty()) {
            return ProbeReport.failed("the bundle offers no connector");
        }
        try {
            return report(source.get(), source.get().description(millisUntil(end)), end);
        } catch (ConnectorFault fault) {
            String reason = source.get().conduct().reason();
            return ProbeReport.failed(reason.isEmpty() ? fault.getMessage() : reason);
        }
    }

    private ProbeReport report(Source source, Description description, Instant end) throws InterruptedException {
        FutureTask<ProbeReport> report = new FutureTask<>(() -> judge(source, description));
        ConnectorThread.start(source.platforms(), "try-connector", report);
        try {
            return report.get(millisUntil(end), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return ProbeReport.failed("not healthy in time");
        } catch (ExecutionException e) {
            return ProbeReport.failed("not healthy: " + e.getCause().getClass().getName());
        } finally {
            report.cancel(true); // whoever is still inside is not waited for
        }
    }

    private ProbeReport judge(Source source, Description description) throws InterruptedException {
        Optional<SystemId> system = Optional.of(description.system());
        String title = Words.shorten(Optional.ofNullable(description.title()).orElse(""));
        source.checkDescription();
        if (!source.checkHealth()) {
            return new ProbeReport(
                    false, system, title, "not healthy: " + source.conduct().reason());
        }
        Optional<String> failure = probe.failure(source, description).or(() -> quarantine(source));
        return new ProbeReport(failure.isEmpty(), system, title, failure.orElse(""));
    }

    /** The probe asks a source in quarantine as well; its good answer does not undo what came before. */
    private static Optional<String> quarantine(Source source) {
        return Optional.of(source.conduct()).filter(Conduct::quarantined).map(Conduct::reason);
    }

    private Optional<Source> await(long bundleId, Instant end) throws InterruptedException {
        while (true) {
            List<Source> found = sources.ofBundle(bundleId);
            if (!found.isEmpty() || sources.now().isAfter(end)) {
                return found.stream().findFirst();
            }
            Thread.sleep(POLL);
        }
    }

    private long millisUntil(Instant end) {
        return Math.max(1, Duration.between(sources.now(), end).toMillis());
    }
}
