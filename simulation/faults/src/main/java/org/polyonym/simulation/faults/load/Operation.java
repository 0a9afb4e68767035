package org.polyonym.simulation.faults.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.Official;

/** Something that an official does. Immutable. */
public interface Operation {
    /** Who does it. */
    Official official();

    /** The request. */
    Client.Call call();

    /** Tells the history what is asked. */
    void describe(ObjectNode line);

    /** Tells the history what a 2xx answer says. */
    void digest(Answer answer, ObjectNode line);
}
