package org.polyonym.simulation.faults.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Each registration was written once and detected once: the log, whose entries of a detection are stored in the transaction
 * that completes it, shows no second effect, and no identity confirmation number was given twice.
 */
final class DetectedOnce implements Property {
    @Override
    public String claim() {
        return "every registration and every detection took effect exactly once";
    }

    @Override
    public long cases(Evidence evidence) {
        return evidence.end().audit().stream()
                .filter(entry -> entry.event().equals("IDENTITY_COMPARED"))
                .count();
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        List<String> breaches = new ArrayList<>();
        Map<String, Integer> effects = new TreeMap<>();
        for (FinalState.Entry entry : evidence.end().audit()) {
            effect(entry).ifPresent(name -> effects.merge(name, 1, Integer::sum));
        }
        effects.forEach((name, times) -> {
            if (times > 1) {
                breaches.add(name + " " + times + " times");
            }
        });
        for (String ref : evidence.personOfRecord().keySet()) {
            if (!effects.containsKey("registered " + ref)) {
                breaches.add(ref + " is there and its registration is not in the log");
            }
        }
        numbers(evidence.end().links(), breaches);
        return breaches;
    }

    private static java.util.Optional<String> effect(FinalState.Entry entry) {
        return java.util.Optional.ofNullable(
                switch (entry.event()) {
                    case "RECORD_REGISTERED" -> "registered " + entry.subject().getFirst();
                    case "IDENTITY_COMPARED" ->
                        "compared for " + entry.caseReference() + ": " + sorted(entry.subjects());
                    case "LINK_CREATED" -> "linked " + groups(entry);
                    default -> null;
                });
    }

    /** Without the link's own identifier, which differs between two links of one pair. */
    private static String groups(FinalState.Entry entry) {
        return sorted(entry.subject().stream()
                .filter(each -> each.contains("/"))
                .collect(java.util.stream.Collectors.toSet()));
    }

    private static String sorted(Set<String> some) {
        return some.stream().sorted().toList().toString();
    }

    private static void numbers(List<FinalState.EndLink> links, List<String> breaches) {
        Map<String, String> linkOfNumber = new HashMap<>();
        for (FinalState.EndLink link : links) {
            String other = link.sin().isEmpty() ? null : linkOfNumber.put(link.sin(), link.linkId());
            if (other != null && !other.equals(link.linkId())) {
                breaches.add("links " + other + " and " + link.linkId() + " have one identity confirmation number");
            }
        }
    }
}
