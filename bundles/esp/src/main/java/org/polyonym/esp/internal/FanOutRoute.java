package org.polyonym.esp.internal;

import org.apache.camel.builder.RouteBuilder;

/** {@code esp-fan-out}: an exchange for each source of a query; each call hands over its own answer. */
final class FanOutRoute extends RouteBuilder {
    static final String ENTRY = "direct:esp-fan-out";

    @Override
    public void configure() {
        from(ENTRY)
                .routeId("esp-fan-out")
                .process(exchange ->
                        exchange.getMessage().getBody(SourceCall.class).run());
    }
}
