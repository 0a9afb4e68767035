package org.polyonym.simulation.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.Json;
import org.polyonym.simulation.faults.client.Official;

/**
 * Searches both systems with a person's fingers.
 *
 * @param traveller whose
 */
public record PrintSearch(Traveller traveller) implements Operation {
    @Override
    public Official official() {
        return Official.border(traveller.state());
    }

    @Override
    public Client.Call call() {
        ObjectNode body = Json.object();
        body.set("samples", traveller.samples());
        body.putArray("systems").add(Registration.EES).add(Registration.VIS);
        return Client.Call.post("/v1/biometric-searches", Json.write(body), Map.of());
    }

    @Override
    public void describe(ObjectNode line) {
        line.put("kind", "prints").put("person", traveller.name());
    }

    @Override
    public void digest(Answer answer, ObjectNode line) {
        JsonNode body = answer.json();
        line.put("covered", body.path("coverage").path("templatesCovered").asLong(-1))
                .put("known", body.path("coverage").path("templatesKnown").asLong(-1));
        ArrayNode candidates = line.putArray("candidates");
        for (JsonNode each : body.path("candidates")) {
            candidates
                    .addObject()
                    .put("record", each.path("ref").asText())
                    .put("outcome", each.path("comparison").path("outcome").asText());
        }
    }
}
