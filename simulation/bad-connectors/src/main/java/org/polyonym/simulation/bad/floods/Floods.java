package org.polyonym.simulation.bad.floods;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.simulation.bad.BadConnector;

/** Gives far more items than it says, and goes on when the sink throws. */
@Component(service = Connector.class, property = "system=BAD-FLOODS")
public final class Floods extends BadConnector {
    private static final int ITEMS = 20_000;

    /** Made by declarative services. */
    public Floods() {
        super("BAD-FLOODS");
    }

    @Override
    protected void misbehave(ConnectorQuery query, Consumer<Item> sink) {
        for (int i = 0; i < ITEMS; i++) {
            try {
                sink.accept(item("one of many"));
            } catch (RuntimeException swallowed) {
                continue; // the fault: the sink's refusal does not end the search
            }
        }
    }
}
