package org.polyonym.simulation.bad.leaksthreads;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.simulation.bad.BadConnector;

/** Starts threads for a search and leaves them running for some minutes. */
@Component(service = Connector.class, property = "system=BAD-LEAKS-THREADS")
public final class LeaksThreads extends BadConnector {
    private static final int THREADS = 50;
    private static final Duration LINGER = Duration.ofMinutes(2);

    /** Made by declarative services. */
    public LeaksThreads() {
        super("BAD-LEAKS-THREADS");
    }

    @Override
    protected void misbehave(ConnectorQuery query, Consumer<Item> sink) {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(LeaksThreads::linger, "leaked-" + i);
            thread.setDaemon(true);
            thread.start();
        }
        sink.accept(item("a fact"));
    }

    private static void linger() {
        long end = System.nanoTime() + LINGER.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
