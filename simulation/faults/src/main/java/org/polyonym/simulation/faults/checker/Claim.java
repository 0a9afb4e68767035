package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polyonym.simulation.faults.client.Json;

/**
 * A property as judged.
 *
 * @param claim in words
 * @param cases how many were looked at
 * @param breaches in words
 */
record Claim(String claim, long cases, List<String> breaches) {
    private static final int BREACHES_TOLD = 50;
    private static final List<Property> PROPERTIES = List.of(
            new HistoryWhole(),
            new AcknowledgedKept(),
            new UnknownWhollyOrNot(),
            new DetectionsComplete(),
            new DetectedOnce(),
            new LinkedOnce(),
            new WaitersToldTrue(),
            new PrintAnswersTrue(),
            new DataAnswersTrue(),
            new Audited());

    /** Judges everything. */
    static List<Claim> judge(Evidence evidence) {
        return PROPERTIES.stream().map(each -> judge(each, evidence)).toList();
    }

    private static Claim judge(Property property, Evidence evidence) {
        long cases = property.cases(evidence);
        List<String> breaches = new ArrayList<>(property.breaches(evidence));
        if (cases == 0 && property.needsCases(evidence)) {
            breaches.add("there was no case to look at, so nothing is proved: " + property.claim());
        }
        return new Claim(property.claim(), cases, List.copyOf(breaches));
    }

    /** For a file: {@code {"ok": .., "claims": [..]}}. */
    static ObjectNode json(List<Claim> claims) {
        ObjectNode json = Json.object().put("ok", claims.stream().allMatch(Claim::holds));
        ArrayNode all = json.putArray("claims");
        for (Claim each : claims) {
            ObjectNode one = all.addObject().put("claim", each.claim()).put("cases", each.cases());
            one.put("breaches", each.breaches().size());
            ArrayNode told = one.putArray("told");
            each.breaches().stream().limit(BREACHES_TOLD).forEach(told::add);
        }
        return json;
    }

    boolean holds() {
        return breaches.isEmpty();
    }

    /** For a console. */
    Stream<String> lines() {
        String verdict = cases == 0 ? "no case" : "holds";
        String head = "%-8s %6d  %s".formatted(holds() ? verdict : "BROKEN", cases, claim);
        return Stream.concat(
                Stream.of(head), breaches.stream().limit(BREACHES_TOLD).map(each -> "           - " + each));
    }
}
