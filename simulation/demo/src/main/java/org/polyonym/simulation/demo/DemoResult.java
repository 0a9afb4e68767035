package org.polyonym.simulation.demo;

import java.util.List;
import java.util.Map;

/**
 * What {@code result.json} holds.
 *
 * @param caseId always {@code BER-14}
 * @param seed of people and generated prints
 * @param commit of the build, {@code unknown} outside a repository
 * @param jdk version that ran the replay
 * @param virtualTime always true: the legal time of the case is virtual
 * @param modes results by mode, {@code 2016} and {@code interoperable}
 * @param notRun modes that were not replayed
 */
public record DemoResult(
        @com.fasterxml.jackson.annotation.JsonProperty("case")
        String caseId,

        long seed,
        String commit,
        String jdk,
        boolean virtualTime,
        Map<String, ModeResult> modes,
        List<String> notRun) {}
