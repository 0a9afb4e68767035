package org.polyonym.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.polyonym.access.DataCategory;
import org.polyonym.connector.Description;
import org.polyonym.connector.Limits;

/** What a description must say. Pure. */
public final class DescriptionRules {
    /** Most items that a connector may declare. */
    public static final int MAX_ITEMS = 1_000;
    /** Longest time for one search that a connector may declare: the longest that a query waits. */
    public static final Duration MAX_TIMEOUT = Duration.ofSeconds(30);
    /** Most searches at once that a connector may declare. */
    public static final int MAX_CONCURRENT = 256;
    /** Longest title, in characters. */
    public static final int MAX_TITLE = 100;

    private DescriptionRules() {}

    /** What is missing. */
    public static List<String> parts(Description description) {
        List<String> breaches = new ArrayList<>();
        if (description.system() == null || description.limits() == null) {
            breaches.add("describe() leaves out the system or the limits");
        }
        if (description.title() == null
                || description.title().isBlank()
                || description.title().length() > MAX_TITLE) {
            breaches.add("the title is empty or longer than " + MAX_TITLE + " characters");
        }
        if (description.searchable().isEmpty()) {
            breaches.add("no field is searchable, so the portal would never ask it");
        }
        if (!description.categories().contains(DataCategory.REFERENCE)) {
            breaches.add("the category REFERENCE is not declared: each answer shows at least that there is a record");
        }
        return breaches;
    }

    /** Limits out of range. */
    public static List<String> limits(Limits limits) {
        List<String> breaches = new ArrayList<>();
        if (limits.maxItems() < 1 || limits.maxItems() > MAX_ITEMS) {
            breaches.add("maxItems is " + limits.maxItems() + ", and must be 1 to " + MAX_ITEMS);
        }
        if (limits.timeout() == null
                || !limits.timeout().isPositive()
                || limits.timeout().compareTo(MAX_TIMEOUT) > 0) {
            breaches.add("timeout must be more than 0 and at most " + MAX_TIMEOUT.toSeconds() + " s");
        }
        if (limits.maxConcurrent() < 1 || limits.maxConcurrent() > MAX_CONCURRENT) {
            breaches.add("maxConcurrent is " + limits.maxConcurrent() + ", and must be 1 to " + MAX_CONCURRENT);
        }
        return breaches;
    }
}
