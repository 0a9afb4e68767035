package org.polyonym.gateway.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the operation of a request. A literal segment wins over a parameter. Immutable. */
final class Router {
    /**
     * Where a request goes.
     *
     * @param operation empty when the path is served, but not with this method, or not at all
     * @param parameters values of the path parameters
     * @param allowed methods that the path is served with; empty when there is no such path
     */
    record Route(Optional<Operation> operation, Map<String, String> parameters, Set<String> allowed) {}

    private record Candidate(Operation operation, List<String> segments) {
        long parameters() {
            return segments.stream().filter(Operation::isParameter).count();
        }
    }

    private final List<Candidate> candidates;

    Router(List<Operation> operations) {
        this.candidates = operations.stream()
                .map(each -> new Candidate(each, each.segments()))
                .sorted(Comparator.comparingLong(Candidate::parameters))
                .toList();
    }

    Route route(String method, String path) {
        List<String> segments = Operation.split(path.startsWith("/") ? path : "/" + path);
        Set<String> allowed = new TreeSet<>();
        for (Candidate candidate : candidates) {
            if (matches(candidate.segments(), segments)) {
                if (candidate.operation().method().equals(method)) {
                    return new Route(
                            Optional.of(candidate.operation()), values(candidate.segments(), segments), Set.of());
                }
                allowed.add(candidate.operation().method());
            }
        }
        return new Route(Optional.empty(), Map.of(), allowed);
    }

    private static boolean matches(List<String> template, List<String> segments) {
        if (template.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            boolean fits = Operation.isParameter(template.get(i))
                    ? !segments.get(i).isEmpty()
                    : template.get(i).equals(segments.get(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> values(List<String> template, List<String> segments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String name = template.get(i);
            if (Operation.isParameter(name)) {
                values.put(name.substring(1, name.length() - 1), segments.get(i));
            }
        }
        return Map.copyOf(values);
    }
}
