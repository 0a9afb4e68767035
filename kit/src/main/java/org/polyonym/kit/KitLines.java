package org.polyonym.kit;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestRunFinished;

/** Prints a line per scenario while the kit runs, and below a failed one what to change. */
public final class KitLines implements ConcurrentEventListener {
    private static final int MAX_LINES = 12;

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseFinished.class, KitLines::print);
        publisher.registerHandlerFor(TestRunFinished.class, KitLines::print);
    }

    private static void print(TestCaseFinished event) {
        boolean passed = event.getResult().getStatus() == Status.PASSED;
        System.out.printf(
                "%-6s %5d ms  %s%n",
                passed ? "ok" : "FAILED",
                event.getResult().getDuration().toMillis(),
                event.getTestCase().getName());
        if (!passed) {
            print(event.getResult().getError());
        }
    }

    /** What breaks outside a scenario, such as an unreadable kit file. */
    private static void print(TestRunFinished event) {
        if (event.getResult() != null && event.getResult().getError() != null) {
            print(event.getResult().getError());
        }
    }

    private static void print(Throwable error) {
        String message = error == null ? "a step is missing" : String.valueOf(error.getMessage());
        message.strip()
                .lines()
                .filter(l -> !l.isBlank())
                .limit(MAX_LINES)
                .forEach(l -> System.out.println("         " + l));
    }
}
