package org.polyonym.esp.internal;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.apache.camel.builder.RouteBuilder;

/** {@code esp-fan-out}: one exchange per source, all at once; each call hands over its own answer. */
final class FanOutRoute extends RouteBuilder {
    static final String ENTRY = "direct:esp-fan-out";
    /** Past the longest request: lets go of calls that even an interruption does not end. */
    private static final Duration GIVE_UP = PortalRequest.MAX_TIMEOUT.plusSeconds(5);

    private final ExecutorService threads;

    FanOutRoute(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public void configure() {
        from(ENTRY)
                .routeId("esp-fan-out")
                .split(body())
                .parallelProcessing()
                .streaming()
                .executorService(threads)
                .timeout(GIVE_UP.toMillis())
                .process(exchange ->
                        exchange.getMessage().getBody(SourceCall.class).run());
    }
}
