package org.polyonym.simulation.bad.throwserror;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.simulation.bad.BadConnector;

/** Throws an error, as a bundle does whose classes do not fit together. */
@Component(service = Connector.class, property = "system=BAD-THROWS-ERROR")
public final class ThrowsError extends BadConnector {
    /** Made by declarative services. */
    public ThrowsError() {
        super("BAD-THROWS-ERROR");
    }

    @Override
    protected void misbehave(ConnectorQuery query, Consumer<Item> sink) {
        throw new NoClassDefFoundError("faulty/on/purpose");
    }
}
