package org.polyonym.simulation.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.Json;
import org.polyonym.simulation.faults.client.Official;

/**
 * Enters a person into a system. A patient official sends the same idempotency key until the platform has acknowledged,
 * captures the fingers once more when their quality is refused, and lets the system name the record; an impatient one
 * wishes an identifier, asks once, and goes.
 *
 * @param traveller who
 * @param system EES or VIS
 * @param id idempotency key or wished identifier, unique in the history
 * @param patient which of the two
 * @param waitSeconds how long the answer may wait for the detection, 0 for not at all
 */
public record Registration(Traveller traveller, String system, String id, boolean patient, int waitSeconds)
        implements Operation {
    /** At the border. */
    public static final String EES = "EES";
    /** At a consulate. */
    public static final String VIS = "VIS";

    /** The same with the fingers captured once more. */
    Registration capturedAgain() {
        return new Registration(traveller.capturedAgain(), system, id, patient, waitSeconds);
    }

    @Override
    public Official official() {
        return system.equals(EES) ? Official.border(traveller.state()) : Official.visa(traveller.state());
    }

    @Override
    public Client.Call call() {
        ObjectNode body = Json.object().put("category", system.equals(EES) ? "ENTRY" : "VISA_APPLICATION");
        Map<String, String> headers = new HashMap<>();
        if (patient) {
            headers.put("Idempotency-Key", id);
        } else {
            body.put("recordId", id);
        }
        if (waitSeconds > 0) {
            headers.put("Prefer", "wait=" + waitSeconds);
        }
        body.set("identity", traveller.identity());
        body.set("documents", traveller.documents());
        body.set("samples", traveller.samples());
        return Client.Call.post("/v1/systems/" + system + "/records", Json.write(body), headers);
    }

    @Override
    public void describe(ObjectNode line) {
        line.put("kind", "register")
                .put("person", traveller.name())
                .put("state", traveller.state())
                .put("system", system)
                .put("record", patient ? "" : system + "/" + id)
                .put("key", patient ? id : "")
                .put("wait", waitSeconds);
        line.set("content", traveller.content());
    }

    @Override
    public void digest(Answer answer, ObjectNode line) {
        JsonNode body = answer.json();
        line.put("record", body.path("record").path("ref").asText())
                .put("version", body.path("record").path("version").asLong())
                .put("detection", body.path("detection").path("state").asText());
        ArrayNode links = line.putArray("links");
        for (JsonNode link : body.path("detection").path("links")) {
            links.addObject()
                    .put("a", link.path("a").asText())
                    .put("b", link.path("b").asText())
                    .put("colour", link.path("colour").asText());
        }
    }
}
