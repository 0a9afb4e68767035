package org.polyonym.simulation.faults.checker;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is judged.
 *
 * @param history what was asked and answered
 * @param end what there is at the end
 */
record Evidence(Recorded history, FinalState end) {
    /** All records of which any attempt told the reference, with the attempts. */
    Map<String, List<Attempt>> byRecord() {
        Map<String, List<Attempt>> all = new LinkedHashMap<>();
        for (List<Attempt> attempts : history.registrations().values()) {
            attempts.stream()
                    .map(Attempt::record)
                    .filter(ref -> !ref.isEmpty())
                    .distinct()
                    .forEach(ref -> all.put(ref, attempts));
        }
        return all;
    }

    /** Whose record it is, for every record that is there. */
    Map<String, String> personOfRecord() {
        Map<String, String> persons = new HashMap<>();
        byRecord().forEach((ref, attempts) -> {
            if (end.records().containsKey(ref)) {
                persons.put(ref, attempts.getFirst().person());
            }
        });
        return persons;
    }

    /** Records of a person that were acknowledged before a moment, with their system. */
    List<Attempt> acknowledgedBefore(String person, long moment) {
        return history.of("register").stream()
                .filter(Attempt::ok)
                .filter(each -> each.person().equals(person) && each.endedAt() < moment)
                .toList();
    }
}
