package org.polyonym.simulation.bad.othersystem;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.simulation.bad.BadConnector;

/** Answers with a record of another system. */
@Component(service = Connector.class, property = "system=BAD-OTHER-SYSTEM")
public final class OtherSystem extends BadConnector {
    /** Made by declarative services. */
    public OtherSystem() {
        super("BAD-OTHER-SYSTEM");
    }

    @Override
    protected void misbehave(ConnectorQuery query, Consumer<Item> sink) {
        sink.accept(item(new OriginRef(SystemId.SIS, RECORD), "not its own"));
    }
}
