package org.polyonym.simulation.demo;

import java.util.List;
import java.util.Optional;

/**
 * What one mode's replay found.
 *
 * @param steps in order of legal time
 * @param identities number of identities in the case
 * @param linkableIds fixed in the fixture before any run
 * @param joinedIds identities whose records are participants of a link or of one identity group with another identity
 * @param foundIds identities that a search, QUEST or an identity check tied to the person
 * @param firstExposedAtStep identity at which he was first shown to be somebody else, empty when never
 * @param hoursToYellow legal hours from the registration of identity 6 to its yellow link, empty when there was none
 * @param decisionDelayHours legal hours from yellow to the decision of the scripted officer
 * @param registrationToLinkMs machine time from sending a registration to knowing its links
 * @param evidence the links with their explanation, for the report
 * @param shownNoLink officers who asked after the link and were shown nothing
 */
public record ModeResult(
        List<Step> steps,
        int identities,
        List<Integer> linkableIds,
        List<Integer> joinedIds,
        List<Integer> foundIds,
        Optional<Integer> firstExposedAtStep,
        Optional<Double> hoursToYellow,
        Optional<Double> decisionDelayHours,
        Latency registrationToLinkMs,
        List<Evidence> evidence,
        List<String> shownNoLink) {

    /**
     * One step of the timeline.
     *
     * @param n identity of the case
     * @param at legal time
     * @param system where it happened
     * @param names as given there
     * @param outcome in words, from the platform's own answer
     * @param links links that the step brought into being or changed, as an entitled officer sees them
     * @param notified who was told what
     * @param seenBy officers of the panel to whom the platform shows these links
     */
    public record Step(
            int n,
            String at,
            String system,
            String names,
            String outcome,
            List<Link> links,
            List<String> notified,
            List<String> seenBy) {}

    /** A link in short. */
    public record Link(String a, String b, String colour, String reason, boolean discrepancy) {}

    /** Percentiles in milliseconds over {@code count} registrations; zeros when there were none. */
    public record Latency(int count, double p50, double p95, double max) {}

    /** A link with the platform's explanation (JSON of the link's detail) and the fingers that matched. */
    public record Evidence(Link link, com.fasterxml.jackson.databind.JsonNode detail, List<Finger> fingers) {}

    /** One finger: two images as base64 PNG and matched minutiae as {@code x1,y1,x2,y2}. */
    public record Finger(
            String position,
            double score,
            String probeImage,
            String candidateImage,
            List<double[]> matched,
            boolean real) {}
}
