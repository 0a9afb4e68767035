package org.polyonym.perf;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What {@code result.json} holds. Times are milliseconds.
 *
 * @param caseId the hidden case
 * @param seed of people, prints and choices
 * @param commit of the build, {@code unknown} outside a repository
 * @param jdk version of the client's runtime; the platform was started with the same
 * @param machine processors, memory and system
 * @param nodes of the platform
 * @param killedAtSeconds when one was killed, -1 if none was
 * @param durationSeconds of the load
 * @param scale what the goals in milliseconds were multiplied with
 * @param basePeople honest people registered before the load
 * @param perSecond arrival rates by operation
 * @param operations figures by operation
 * @param types figures by type of operation
 * @param linkVisible from acknowledgement to link visible, honest people and case together
 * @param requests sent, in all
 * @param repeated requests that a second node was asked for
 * @param errors by code
 * @param outcome of the case
 * @param honest who is who
 * @param drainedMillis from the end of the load until no task was open; -1 if that did not happen in time
 * @param looks queues over time
 * @param seconds requests second by second
 * @param checks assertions
 */
record CampaignResult(
        @JsonProperty("case") String caseId,
        long seed,
        String commit,
        String jdk,
        String machine,
        int nodes,
        int killedAtSeconds,
        long durationSeconds,
        double scale,
        int basePeople,
        Map<String, Double> perSecond,
        Map<String, Recorder.Latency> operations,
        Map<Operation.Type, Recorder.Latency> types,
        Recorder.Latency linkVisible,
        int requests,
        long repeated,
        Map<String, Long> errors,
        HiddenCase.Outcome outcome,
        Honest honest,
        long drainedMillis,
        List<Depth.Look> looks,
        List<Timeline.Second> seconds,
        List<Check> checks) {
    /**
     * Ground truth against what officers were shown.
     *
     * @param registrations acknowledged during the load
     * @param recordsRead of which the links were asked for after the load, and every question was answered
     * @param recordsThere of them that were there for who entered them; the others have lapsed or never were
     * @param falseLinks between different people
     * @param falsePerThousand per thousand honest registrations, the base included
     * @param pairs records of one person in two systems
     * @param pairsLinked of them shown as linked
     */
    record Honest(
            int registrations,
            int recordsRead,
            int recordsThere,
            List<Truth.Shown> falseLinks,
            double falsePerThousand,
            int pairs,
            int pairsLinked,
            List<Truth.Pair> missed) {}
}
