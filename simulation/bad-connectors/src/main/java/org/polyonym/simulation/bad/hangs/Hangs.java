package org.polyonym.simulation.bad.hangs;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.simulation.bad.BadConnector;

/** Waits for something that never comes, until it is interrupted. */
@Component(service = Connector.class, property = "system=BAD-HANGS")
public final class Hangs extends BadConnector {
    /** Made by declarative services. */
    public Hangs() {
        super("BAD-HANGS");
    }

    @Override
    protected void misbehave(ConnectorQuery query, Consumer<Item> sink) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
