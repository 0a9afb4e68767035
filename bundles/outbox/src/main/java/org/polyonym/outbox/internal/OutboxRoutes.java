package org.polyonym.outbox.internal;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.polyonym.store.ClaimedTask;

/**
 * {@code run-outbox}: woken by a commit on this node or by the timer (tasks of other nodes, tasks whose pause is over), each
 * consumer claims and dispatches until nothing is due.
 */
final class OutboxRoutes extends RouteBuilder {
    /** Longest time until a task is seen that nobody on this node announced. */
    static final Duration POLL = Duration.ofSeconds(1);

    private final TaskWorker worker;
    private final int parallelism;

    OutboxRoutes(TaskWorker worker, int parallelism) {
        this.worker = worker;
        this.parallelism = parallelism;
    }

    @Override
    public void configure() {
        from("timer:outbox-poll?period=" + POLL.toMillis())
                .routeId("wake-outbox")
                .to(wakeUp(parallelism));
        from(wakeUp(parallelism))
                .routeId("run-outbox")
                .loopDoWhile(this::claims)
                .process(e -> worker.dispatch(e.getMessage().getBody(ClaimedTask.class)))
                .end();
    }

    /** Where wake-ups go; more of them than there are workers would say nothing new, and are dropped. */
    static String wakeUp(int parallelism) {
        return "seda:outbox-wake-up?discardWhenFull=true&waitForTaskToComplete=Never&size=" + parallelism
                + "&concurrentConsumers=" + parallelism;
    }

    private boolean claims(Exchange exchange) {
        if (!exchange.getContext().getStatus().isStarted()) {
            return false;
        }
        Optional<ClaimedTask> task = worker.claim();
        task.ifPresent(exchange.getMessage()::setBody);
        return task.isPresent();
    }
}
