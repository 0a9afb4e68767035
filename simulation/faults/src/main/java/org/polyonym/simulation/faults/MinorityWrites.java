package org.polyonym.simulation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What a node without a majority has answered to registrations, by the history alone.
 *
 * @param asked registrations answered by it between its first refusal and the healing
 * @param accepted those of them that it acknowledged: each is one too many
 */
record MinorityWrites(long asked, List<Measures.Request> accepted) {
    /** Name of the event that notes a probe refused for want of a majority. */
    static final String REFUSES = "refuses";

    private static final String NO_MAJORITY = "PLY-5006";

    /**
     * Of a node that was alone more than once, perhaps.
     *
     * @param began name of the events after which it was alone
     * @param ended name of the events up to which it surely was
     */
    static MinorityWrites of(Measures measures, String node, String began, String ended) {
        List<Measures.Request> during = times(measures, began)
                .boxed()
                .flatMap(from -> during(measures, node, from, end(measures, ended, from)).stream())
                .distinct()
                .toList();
        return new MinorityWrites(
                during.size(),
                during.stream().filter(each -> each.status() / 100 == 2).toList());
    }

    private static List<Measures.Request> during(Measures measures, String node, long from, long to) {
        long refused = firstRefusal(measures, node, from);
        return measures.requests().stream()
                .filter(each -> each.kind().equals("register") && each.node().equals(node))
                .filter(each -> each.from() > refused && each.to() < to)
                .toList();
    }

    /** By a request of the load or by a probe, whichever was first; never, when there was none. */
    private static long firstRefusal(Measures measures, String node, long from) {
        LongStream load = measures.requests().stream()
                .filter(each -> each.node().equals(node) && each.problem().equals(NO_MAJORITY))
                .mapToLong(Measures.Request::to);
        return LongStream.concat(load, times(measures, REFUSES))
                .filter(at -> at > from)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static long end(Measures measures, String ended, long from) {
        return times(measures, ended).filter(at -> at > from).findFirst().orElse(measures.length());
    }

    private static LongStream times(Measures measures, String name) {
        return measures.events().stream()
                .filter(each -> each.path("name").asText().equals(name))
                .mapToLong((JsonNode each) -> each.path("at").asLong());
    }

    /** Tells the stage. */
    void judge(Stage stage) {
        stage.figure(
                "registrations answered by the lone node after its first refusal, acknowledged",
                asked + ", " + accepted.size());
        accepted.forEach(each -> stage.fail(each.op() + " was acknowledged (" + each.status() + ") by " + each.node()
                + " while it was alone, after it had refused others"));
    }
}
