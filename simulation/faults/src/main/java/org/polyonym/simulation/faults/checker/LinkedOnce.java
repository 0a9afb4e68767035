package org.polyonym.simulation.faults.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two records of one person in two systems have one link; nothing else has any. */
final class LinkedOnce implements Property {
    @Override
    public String claim() {
        return "the records of one person in different systems are linked exactly once, those of different persons never";
    }

    @Override
    public long cases(Evidence evidence) {
        return expected(evidence).size();
    }

    /** Pairs of records of one person that have one link. */
    static long linked(Evidence evidence) {
        Map<Set<String>, Integer> there = there(evidence);
        return expected(evidence).stream()
                .filter(pair -> there.getOrDefault(pair, 0) == 1)
                .count();
    }

    private static Map<Set<String>, Integer> there(Evidence evidence) {
        Map<Set<String>, Integer> there = new HashMap<>();
        evidence.end().links().forEach(link -> there.merge(link.groups(), 1, Integer::sum));
        return there;
    }

    @Override
    public List<String> breaches(Evidence evidence) {
        List<String> breaches = new ArrayList<>();
        Map<Set<String>, Integer> there = there(evidence);
        Map<String, String> personOfGroup = personOfGroup(evidence, breaches);
        for (FinalState.EndLink link : evidence.end().links()) {
            String a = personOfGroup.get(link.a());
            String b = personOfGroup.get(link.b());
            if (a == null || !a.equals(b)) {
                breaches.add("link " + link.linkId() + " joins " + link.a() + " and " + link.b()
                        + ", which are not one person");
            }
        }
        for (Set<String> pair : expected(evidence)) {
            int times = there.getOrDefault(pair, 0);
            if (times != 1) {
                breaches.add(sorted(pair) + " are one person and have " + times + " links");
            }
        }
        return breaches;
    }

    private static Map<String, String> personOfGroup(Evidence evidence, List<String> breaches) {
        Map<String, String> persons = new HashMap<>();
        evidence.personOfRecord().forEach((ref, person) -> {
            String before = persons.put(evidence.end().records().get(ref).group(), person);
            if (before != null && !before.equals(person)) {
                breaches.add("the identity group of " + ref + " holds two persons");
            }
        });
        return persons;
    }

    private static Set<Set<String>> expected(Evidence evidence) {
        Map<String, Set<String>> groups = new HashMap<>();
        evidence.personOfRecord()
                .forEach((ref, person) -> groups.computeIfAbsent(person, key -> new HashSet<>())
                        .add(evidence.end().records().get(ref).group()));
        Set<Set<String>> pairs = new HashSet<>();
        for (Set<String> some : groups.values()) {
            for (String a : some) {
                for (String b : some) {
                    if (!system(a).equals(system(b))) {
                        pairs.add(Set.of(a, b));
                    }
                }
            }
        }
        return pairs;
    }

    private static String system(String group) {
        return group.substring(0, Math.max(0, group.indexOf('/')));
    }

    private static List<String> sorted(Set<String> pair) {
        return pair.stream().sorted().toList();
    }
}
