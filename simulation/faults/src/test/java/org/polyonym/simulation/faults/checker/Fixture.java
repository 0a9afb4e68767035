package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polyonym.simulation.faults.client.Json;

/**
 * A good history by hand: one person entered into EES and VIS, searched by prints and by data in between, another person
 * entered once by a request without an answer. Each test breaks one thing.
 */
final class Fixture {
    static final String EES = "EES/e1";
    static final String VIS = "VIS/v1";
    static final String UNKNOWN = "VIS/u1";

    final List<ObjectNode> lines = new ArrayList<>();
    final Map<String, FinalState.EndRecord> records = new HashMap<>();
    final List<FinalState.EndLink> links = new ArrayList<>();
    final List<FinalState.Entry> audit = new ArrayList<>();
    final Map<String, JsonNode> queues = new HashMap<>();
    final List<String> unread = new ArrayList<>();

    Fixture() {
        register("op-1", 10, 20, "p1", EES);
        search("op-2", 30, 40, "prints");
        search("op-3", 30, 40, "data");
        register("op-4", 50, 60, "p1", VIS);
        line("op-4").put("detection", "COMPLETED");
        line("op-4").putArray("links").addObject().put("a", EES).put("b", VIS).put("colour", "WHITE");
        invoke("op-5", 50, "register")
                .put("person", "p2")
                .put("system", "VIS")
                .put("record", UNKNOWN)
                .put("key", "");
        lines.getLast().set("content", content("p2"));
        lines.add(Json.object().put("t", "none").put("op", "op-5").put("at", 70));
        lines.add(Json.object()
                .put("t", "event")
                .put("name", "kill")
                .put("at", 55)
                .put("node", "node-2"));
        for (String ref : List.of(EES, VIS)) {
            records.put(ref, new FinalState.EndRecord(content("p1"), 1, ref, "COMPLETED"));
        }
        links.add(new FinalState.EndLink("l-1", EES, VIS, "WHITE", "sin-1"));
        entry("RECORD_REGISTERED", "op-1", "", EES);
        entry("REQUEST", "op-1", "201", EES);
        entry("REQUEST", "op-2", "200");
        entry("REQUEST", "op-3", "200");
        entry("RECORD_REGISTERED", "op-4", "", VIS);
        entry("IDENTITY_COMPARED", "op-4", "", EES, VIS);
        entry("LINK_CREATED", "op-4", "", "l-1", EES, VIS);
        entry("REQUEST", "op-4", "201", VIS);
        queues.put("node-1", Json.read("{\"detect\":{\"DONE\":2,\"OPEN\":0}}"));
    }

    /** The record without an answer is there, wholly. */
    Fixture withUnknownThere() {
        records.put(UNKNOWN, new FinalState.EndRecord(content("p2"), 1, UNKNOWN, "COMPLETED"));
        entry("RECORD_REGISTERED", "op-5", "", UNKNOWN);
        return this;
    }

    private void register(String op, long from, long to, String person, String ref) {
        ObjectNode asked = invoke(op, from, "register").put("person", person);
        asked.put("system", ref.substring(0, 3)).put("record", "").put("key", "key-" + ref);
        asked.set("content", content(person));
        answer(op, to, 201)
                .put("record", ref)
                .put("version", 1)
                .put("detection", "PENDING")
                .putArray("links");
    }

    private void search(String op, long from, long to, String kind) {
        invoke(op, from, kind).put("person", "p1");
        ObjectNode answer = answer(op, to, 200);
        if (kind.equals("prints")) {
            answer.put("covered", 2).put("known", 2);
            answer.putArray("candidates").addObject().put("record", EES).put("outcome", "SAME");
        } else {
            answer.put("ended", true);
            ObjectNode sources = answer.putObject("sources");
            sources.putObject("EES")
                    .put("status", "ANSWERED")
                    .putArray("records")
                    .add(EES);
            sources.putObject("VIS").put("status", "EMPTY_OR_NOT_PERMITTED").putArray("records");
        }
    }

    private ObjectNode invoke(String op, long at, String kind) {
        ObjectNode line =
                Json.object().put("t", "invoke").put("op", op).put("at", at).put("kind", kind);
        lines.add(line.put("node", "node-1"));
        return line;
    }

    private ObjectNode answer(String op, long at, int status) {
        ObjectNode line =
                Json.object().put("t", "answer").put("op", op).put("at", at).put("status", status);
        lines.add(line.put("problem", "").put("retryAfter", ""));
        return line;
    }

    void entry(String event, String caseReference, String status, String... subject) {
        audit.add(new FinalState.Entry(audit.size() + 1, event, caseReference, List.of(subject), status));
    }

    static JsonNode content(String person) {
        return Json.read("{\"familyName\":\"N-" + person + "\",\"samples\":2}");
    }

    /** The line of an answer. */
    ObjectNode line(String op) {
        return lines.stream()
                .filter(each -> !each.path("t").asText().equals("invoke"))
                .filter(each -> each.path("op").asText().equals(op))
                .findFirst()
                .orElseThrow();
    }

    Evidence evidence() {
        Recorded history = Recorded.of(lines.stream().map(Json::write).toList());
        return new Evidence(history, new FinalState(records, links, audit, queues, unread));
    }

    /** Everything that the checker finds. */
    List<String> breaches() {
        return Claim.judge(evidence()).stream()
                .flatMap(claim -> claim.breaches().stream())
                .toList();
    }
}
