package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.Json;
import org.polyonym.simulation.faults.client.Node;
import org.polyonym.simulation.faults.client.Official;

/** Reads what a platform holds when all is quiet, as its officials, over HTTP, and from every node in turn. */
final class FinalReader {
    private static final int READERS = 4;
    private static final int TRIES = 10;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int PAGE = 1_000;
    private static final Duration LOG_LIMIT = Duration.ofSeconds(90);
    private static final Duration LOG_POLL = Duration.ofMillis(500);

    private final Client client;
    private final List<Node> nodes;
    private final Map<String, FinalState.EndRecord> records = new ConcurrentHashMap<>();
    private final Map<String, FinalState.EndLink> links = new ConcurrentHashMap<>();
    private final List<String> unread = Collections.synchronizedList(new ArrayList<>());

    FinalReader(Client client, List<Node> nodes) {
        this.client = client;
        this.nodes = nodes;
    }

    FinalState read(Recorded history) throws InterruptedException {
        Map<String, String> stateOf = new TreeMap<>();
        for (Attempt each : history.of("register")) {
            if (!each.record().isEmpty()) {
                stateOf.put(each.record(), each.asked().path("state").asText());
            }
        }
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        int turn = 0;
        for (Map.Entry<String, String> each : stateOf.entrySet()) {
            List<Node> order = new ArrayList<>(nodes);
            Collections.rotate(order, turn++);
            readers.submit(() -> readRecord(order, each.getKey(), each.getValue()));
        }
        readers.shutdown();
        if (!readers.awaitTermination(10, TimeUnit.MINUTES)) {
            unread.add("the records were not read within ten minutes");
        }
        Map<String, JsonNode> queues = queues();
        return new FinalState(records, List.copyOf(links.values()), log(), queues, unread);
    }

    private void readRecord(List<Node> order, String ref, String state) {
        String system = ref.substring(0, ref.indexOf('/'));
        Official owner = system.equals("EES") ? Official.border(state) : Official.visa(state);
        String path = "/v1/systems/" + system + "/records/" + ref.substring(ref.indexOf('/') + 1);
        try {
            Optional<Answer> record = get(order, owner, path, true);
            if (record.isEmpty()) {
                return;
            }
            Optional<Answer> group = get(order, owner, path + "/group", false);
            Optional<Answer> detection = get(order, owner, path + "/detection", false);
            if (group.isPresent() && detection.isPresent()) {
                JsonNode body = record.get().json();
                records.put(
                        ref,
                        new FinalState.EndRecord(
                                content(body),
                                body.path("version").asLong(),
                                group.get().json().path("ref").asText(),
                                detection.get().json().path("state").asText()));
            }
            String query = "/v1/links?system=" + system + "&recordId=" + ref.substring(ref.indexOf('/') + 1);
            for (Official official : List.of(owner, Official.secondLine(state))) {
                get(order, official, query, false)
                        .ifPresent(found -> found.json().path("links").forEach(this::link));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            unread.add(ref + ": " + e);
        }
    }

    private void link(JsonNode seen) {
        FinalState.EndLink link = new FinalState.EndLink(
                seen.path("linkId").asText(),
                seen.path("a").asText(),
                seen.path("b").asText(),
                seen.path("colour").asText(),
                seen.path("sin").asText());
        links.merge(link.linkId(), link, (before, now) -> before.sin().isEmpty() ? now : before);
    }

    private Optional<Answer> get(List<Node> order, Official official, String path, boolean mayBeMissing)
            throws InterruptedException {
        Optional<Answer> answer = client.read(order, official, "check-read", path, TRIES);
        int status = answer.map(Answer::status).orElse(0);
        if (status != OK && !(mayBeMissing && status == NOT_FOUND)) {
            unread.add(path + " as " + official.kind() + ": " + status);
        }
        return answer.filter(got -> got.status() == OK);
    }

    /** In the shape of the history's content. */
    private static JsonNode content(JsonNode record) {
        JsonNode name = record.path("identity").path("names").path(0);
        ObjectNode content = Json.object();
        content.put("familyName", name.path("familyName").asText())
                .put("givenNames", name.path("givenNames").asText())
                .put("birthDate", record.path("identity").path("birthDate").asText())
                .put("passport", record.path("documents").path(0).path("number").asText())
                .put("samples", record.path("samples").size());
        return Json.read(Json.write(content));
    }

    private Map<String, JsonNode> queues() throws InterruptedException {
        Map<String, JsonNode> queues = new TreeMap<>();
        for (Node node : nodes) {
            get(List.of(node), Official.operations(), "/v1/status", false)
                    .ifPresent(status -> queues.put(node.name(), status.json().path("queues")));
        }
        return queues;
    }

    /**
     * The whole log. Entries get their order behind the transactions; a marked request made now has its place after every
     * entry that was stored before it, so the log is whole as soon as it shows the mark.
     */
    private List<FinalState.Entry> log() throws InterruptedException {
        // Earlier checks have left marks of their own.
        String mark = "check-" + UUID.randomUUID();
        client.read(nodes, Official.operations(), mark, "/v1/status", TRIES);
        List<FinalState.Entry> log = new ArrayList<>();
        long after = 0;
        long end = System.nanoTime() + LOG_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Optional<Answer> page =
                    client.read(nodes, Official.supervisor(), "check-log", "/v1/audit?after=" + after, TRIES);
            JsonNode entries = page.map(Answer::json).orElse(Json.object()).path("entries");
            boolean marked = false;
            for (JsonNode each : entries) {
                FinalState.Entry entry = entry(each);
                log.add(entry);
                after = entry.sequence();
                marked |= entry.caseReference().equals(mark);
            }
            if (marked) {
                return log;
            }
            if (entries.size() < PAGE) {
                Thread.sleep(LOG_POLL);
            }
        }
        unread.add("the audit log did not become whole within " + LOG_LIMIT.toSeconds() + " s");
        return log;
    }

    private static FinalState.Entry entry(JsonNode stored) {
        JsonNode entry = stored.path("entry");
        List<String> subject = new ArrayList<>();
        entry.path("subject").forEach(each -> subject.add(each.asText()));
        return new FinalState.Entry(
                stored.path("sequence").asLong(),
                entry.path("event").asText(),
                entry.path("caller").path("caseReference").asText(),
                subject,
                entry.path("detail").path("status").asText());
    }
}
