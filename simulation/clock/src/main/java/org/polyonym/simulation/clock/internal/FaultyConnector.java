package org.polyonym.simulation.clock.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Health;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.model.SystemId;

/** A connector that does what a connector must not, so that scenarios can show that the others go on. */
final class FaultyConnector implements Connector, AutoCloseable {
    private static final Limits LIMITS = new Limits(5, Duration.ofSeconds(2), 16);
    private static final int FLOOD = 100_000;
    private static final int GIGABYTE_BYTES = 1 << 30;

    enum Behaviour {
        THROWS,
        HANGS,
        FLOODS,
        GARBAGE,
        ERRORS,
        GIGABYTE
    }

    private final SystemId system;
    private final Behaviour behaviour;
    private final CountDownLatch released = new CountDownLatch(1);

    FaultyConnector(SystemId system, Behaviour behaviour) {
        this.system = system;
        this.behaviour = behaviour;
    }

    @Override
    public Description describe() {
        return new Description(system, "faulty", Set.of(SearchField.values()), Set.of(DataCategory.values()), LIMITS);
    }

    @Override
    public void search(ConnectorQuery query, Consumer<Item> sink) {
        switch (behaviour) {
            case THROWS -> throw new IllegalStateException("faulty on purpose");
            case HANGS -> hang();
            case FLOODS -> {
                for (int i = 0; i < FLOOD; i++) {
                    sink.accept(null);
                }
            }
            case GARBAGE -> sink.accept(null);
            case ERRORS -> throw new NoClassDefFoundError("faulty on purpose");
            case GIGABYTE -> hoard();
        }
    }

    /** More than the default heap of an instance has. */
    private static void hoard() {
        byte[] gigabyte = new byte[GIGABYTE_BYTES];
        throw new IllegalStateException("the heap is larger than thought: " + gigabyte.length);
    }

    /** Ignores interruption, as a connector stuck in native code would. */
    private void hang() {
        boolean interrupted = false;
        while (released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Item> fetch(String recordId) {
        throw new IllegalStateException("faulty on purpose");
    }

    @Override
    public Health health() {
        return Health.UP;
    }

    @Override
    public void close() {
        released.countDown();
    }
}
