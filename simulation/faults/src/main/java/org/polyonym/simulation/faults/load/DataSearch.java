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
 * Searches the portal with a person's name and birth date.
 *
 * @param traveller who
 */
public record DataSearch(Traveller traveller) implements Operation {
    @Override
    public Official official() {
        return Official.border(traveller.state());
    }

    @Override
    public Client.Call call() {
        ObjectNode body = Json.object();
        body.set("identity", traveller.identity());
        return Client.Call.post("/v1/searches", Json.write(body), Map.of());
    }

    @Override
    public void describe(ObjectNode line) {
        line.put("kind", "data").put("person", traveller.name());
    }

    @Override
    public void digest(Answer answer, ObjectNode line) {
        boolean ended = false;
        ObjectNode sources = line.putObject("sources");
        for (JsonNode each : answer.lines()) {
            ended |= each.path("type").asText().equals("END");
            JsonNode source = each.path("source");
            if (source.hasNonNull("system")) {
                ObjectNode said = sources.putObject(source.path("system").asText());
                said.put("status", source.path("status").asText());
                ArrayNode records = said.putArray("records");
                source.path("items")
                        .forEach(item -> records.add(item.path("origin").asText()));
            }
        }
        line.put("ended", ended);
    }
}
