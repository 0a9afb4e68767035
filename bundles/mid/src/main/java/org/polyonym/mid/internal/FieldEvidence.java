package org.polyonym.mid.internal;

import java.util.List;

/**
 * Class of one compared category and why, without its values (R-SIM-02).
 *
 * @param field names, birth date, sex, nationality and place of birth
 * @param result class
 * @param rules letters of the rules that explain a difference
 * @param transformations what those rules did, in words
 * @param source article
 */
record FieldEvidence(String field, String result, List<String> rules, List<String> transformations, String source) {
    FieldEvidence {
        rules = List.copyOf(rules);
        transformations = List.copyOf(transformations);
    }

    /** Class and rule letters, what may be logged. */
    String logged() {
        return rules.isEmpty() ? result : result + "(" + String.join(",", rules) + ")";
    }
}
