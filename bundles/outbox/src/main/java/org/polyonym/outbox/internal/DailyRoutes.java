package org.polyonym.outbox.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.camel.builder.RouteBuilder;

/** {@code run-daily}: looks whether the legal day has advanced and runs the duties. */
final class DailyRoutes extends RouteBuilder {
    /** Where a run is asked for; blocks until done. */
    static final String RUN = "direct:run-daily";
    /** How often, in machine time, the legal day is looked at. */
    static final Duration POLL = Duration.ofSeconds(30);

    private final DailyDuties duties;
    private final BooleanSupplier majority;

    /** Over the duties; the timer rests while this node is not in the majority. */
    DailyRoutes(DailyDuties duties, BooleanSupplier majority) {
        this.duties = duties;
        this.majority = majority;
    }

    @Override
    public void configure() {
        from("timer:daily-poll?period=" + POLL.toMillis())
                .routeId("start-daily")
                .filter(exchange -> majority.getAsBoolean())
                .to(RUN);
        from(RUN).routeId("run-daily").process(exchange -> duties.catchUp());
    }
}
