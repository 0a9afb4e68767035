package org.polyonym.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What tags a feature file may carry: every tag of a scenario names a known requirement or case, at most three of them, and
 * a feature has none, so that a passing scenario counts for what it tests and nothing else.
 */
public final class TagRules {
    /** Most ids on one scenario. */
    public static final int MAX_IDS = 3;

    /** The one tag that is no requirement: the scenario needs a cluster of three nodes. */
    public static final String CLUSTER = "@cluster";

    private static final Pattern ID = Pattern.compile("R-[A-Z]+-\\d+|C-\\d+|BER-14|MRS-17");

    private final Requirements requirements;

    /** Against that list. */
    public TagRules(Requirements requirements) {
        this.requirements = requirements;
    }

    /** Breaches in a feature file, each a sentence with file and line; empty when there are none. */
    public List<String> breaches(String file, List<String> lines) {
        List<String> breaches = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String place = file + ":" + (i + 1);
            if (line.startsWith("@")) {
                tags.addAll(List.of(line.strip().split("\\s+")));
                tags.removeIf(CLUSTER::equals);
                tags.replaceAll(tag -> tag.replace("@", ""));
            } else if (line.startsWith("Feature:")) {
                if (!tags.isEmpty()) {
                    breaches.add(place + " a feature carries no tags: " + tags);
                }
                tags.clear();
            } else if (line.startsWith("Scenario")) {
                check(place, tags, breaches);
                tags.clear();
            }
        }
        return breaches;
    }

    private void check(String place, List<String> tags, List<String> breaches) {
        long ids = tags.stream().filter(tag -> ID.matcher(tag).matches()).count();
        if (ids > MAX_IDS) {
            breaches.add(place + " names " + ids + " requirements; at most " + MAX_IDS);
        }
        tags.stream()
                .filter(tag -> requirements.find(tag).isEmpty())
                .forEach(tag -> breaches.add(place + " unknown tag @" + tag));
    }
}
