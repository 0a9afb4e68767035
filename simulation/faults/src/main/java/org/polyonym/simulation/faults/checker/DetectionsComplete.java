package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Nothing is left to do. */
final class DetectionsComplete implements Property {
    private static final String DONE = "DONE";

    @Override
    public String claim() {
        return "every detection is completed, no task is open or parked";
    }

    @Override
    public long cases(Evidence evidence) {
        return evidence.end().records().size();
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        List<String> breaches = new ArrayList<>();
        evidence.end().records().forEach((ref, there) -> {
            if (!there.detection().equals("COMPLETED")) {
                breaches.add("the detection of " + ref + " is " + there.detection());
            }
        });
        if (evidence.end().queues().isEmpty()) {
            breaches.add("no node has told its queues");
        }
        evidence.end().queues().forEach((node, queues) -> {
            for (Map.Entry<String, JsonNode> queue : queues.properties()) {
                for (Map.Entry<String, JsonNode> state : queue.getValue().properties()) {
                    if (!state.getKey().equals(DONE) && state.getValue().asLong() > 0) {
                        breaches.add(node + " counts " + state.getValue() + " tasks " + state.getKey() + " in "
                                + queue.getKey());
                    }
                }
            }
        });
        return breaches;
    }
}
