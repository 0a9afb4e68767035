package org.polyonym.camel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.polyonym.health.RouteCount;
import org.polyonym.health.RouteCounts;

/** Counts the exchanges of every route of one context. */
final class CountingRoutes implements RoutePolicyFactory, RouteCounts {
    private final String context;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    CountingRoutes(String context) {
        this.context = context;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        return counters.computeIfAbsent(routeId, id -> new Counter());
    }

    @Override
    public String context() {
        return context;
    }

    @Override
    public List<RouteCount> counts() {
        return counters.entrySet().stream()
                .map(each -> each.getValue().read(each.getKey()))
                .sorted(Comparator.comparing(RouteCount::route))
                .toList();
    }

    private static final class Counter extends RoutePolicySupport {
        private final LongAdder begun = new LongAdder();
        private final LongAdder completed = new LongAdder();
        private final LongAdder failed = new LongAdder();

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            begun.increment();
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            (exchange.isFailed() ? failed : completed).increment();
        }

        RouteCount read(String route) {
            // Ended before begun: an exchange that ends in between then never makes the difference negative.
            long done = completed.sum();
            long broken = failed.sum();
            return new RouteCount(route, done, broken, begun.sum() - done - broken);
        }
    }
}
