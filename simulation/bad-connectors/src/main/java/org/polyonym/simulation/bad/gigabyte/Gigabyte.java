package org.polyonym.simulation.bad.gigabyte;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.simulation.bad.BadConnector;

/** Answers with one item of a gigabyte. */
@Component(service = Connector.class, property = "system=BAD-GIGABYTE")
public final class Gigabyte extends BadConnector {
    private static final int GIGABYTE = 1 << 30;

    /** Made by declarative services. */
    public Gigabyte() {
        super("BAD-GIGABYTE");
    }

    @Override
    protected void misbehave(ConnectorQuery query, Consumer<Item> sink) {
        sink.accept(item("x".repeat(GIGABYTE)));
    }
}
