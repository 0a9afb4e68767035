package org.polyonym.simulation.bad.ignoresdeadline;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.simulation.bad.BadConnector;

/** Goes on for long after its deadline, however often it is interrupted. */
@Component(service = Connector.class, property = "system=BAD-IGNORES-DEADLINE")
public final class IgnoresDeadline extends BadConnector {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Made by declarative services. */
    public IgnoresDeadline() {
        super("BAD-IGNORES-DEADLINE");
    }

    @Override
    protected void misbehave(ConnectorQuery query, Consumer<Item> sink) {
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            Thread.interrupted(); // the fault: the interruption is forgotten
        }
        sink.accept(item("too late"));
    }
}
