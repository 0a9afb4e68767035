package org.polyonym.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which cases of the library can run on a platform that has other things to do, and why the others cannot. */
final class CaseList {
    private static final Pattern CASE = Pattern.compile("C-\\d+|BER-14|MRS-17");
    /** Beginnings or parts of steps that change the platform itself, and what they would do. */
    private static final Map<String, String> DISTURBING = disturbing();

    private record Scenario(boolean ofCluster, String body) {}

    private final Map<String, List<Scenario>> scenarios = new TreeMap<>();

    private static Map<String, String> disturbing() {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("is stopped", "it stops a component, and the honest travellers with it");
        steps.put("the connector of", "it breaks a connector, which honest travellers ask too");
        steps.put("a bundle that asks for a package", "it makes the platform not ready");
        return steps;
    }

    /** Adds a feature file. */
    void add(List<String> lines) {
        List<String> tags = new ArrayList<>();
        List<String> current = List.of();
        StringBuilder body = new StringBuilder();
        for (String raw : lines) {
            String line = raw.strip();
            if (line.startsWith("@")) {
                close(current, body);
                current = List.of();
                tags.addAll(List.of(line.replace("@", " ").strip().split("\\s+")));
            } else if (line.startsWith("Scenario")) {
                close(current, body);
                current = List.copyOf(tags);
                tags.clear();
            } else {
                body.append(line).append('\n');
            }
        }
        close(current, body);
    }

    private void close(List<String> tags, StringBuilder body) {
        boolean ofCluster = tags.contains(TagRules.CLUSTER.substring(1));
        tags.stream()
                .filter(tag -> CASE.matcher(tag).matches())
                .forEach(tag -> scenarios
                        .computeIfAbsent(tag, each -> new ArrayList<>())
                        .add(new Scenario(ofCluster, body.toString())));
        body.setLength(0);
    }

    /** By case why it needs the platform for itself, empty if it does not. */
    Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        scenarios.forEach((tag, bodies) -> reasons.put(tag, reason(bodies)));
        return reasons;
    }

    private static String reason(List<Scenario> bodies) {
        if (bodies.stream().anyMatch(Scenario::ofCluster)) {
            return "it needs a cluster of its own, because it kills nodes or lets registers come and go: ./polyonym"
                    + " scenarios --home DIR, of a cluster, runs it";
        }
        if (bodies.size() > 1) {
            return "its " + bodies.size()
                    + " scenarios are about the same people, and each needs a store without the others";
        }
        return DISTURBING.entrySet().stream()
                .filter(step -> bodies.getFirst().body().contains(step.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
