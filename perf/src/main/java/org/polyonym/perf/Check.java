package org.polyonym.perf;

/**
 * One assertion of a campaign.
 *
 * @param name what is asserted
 * @param limit the bound in words
 * @param origin {@code required} with its source, or {@code assumed}
 * @param measured the figure in words
 * @param holds whether it holds
 */
record Check(String name, String limit, String origin, String measured, boolean holds) {
    String line() {
        return (holds ? "  holds   " : "  BROKEN  ") + name + ": " + measured + " (" + limit + "; " + origin + ")";
    }
}
