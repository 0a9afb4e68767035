package org.polyonym.simulation.bad.throwing;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.simulation.bad.BadConnector;

/** Throws an exception. */
@Component(service = Connector.class, property = "system=BAD-THROWS")
public final class Throws extends BadConnector {
    /** Made by declarative services. */
    public Throws() {
        super("BAD-THROWS");
    }

    @Override
    protected void misbehave(ConnectorQuery query, Consumer<Item> sink) {
        throw new IllegalStateException("faulty on purpose");
    }
}
