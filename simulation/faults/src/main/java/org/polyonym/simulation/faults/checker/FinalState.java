package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the platform holds when all is quiet, as it says itself over its interface.
 *
 * @param records by reference; those that were looked for and are not there are missing
 * @param links all that were shown, each once by its identifier
 * @param audit in order of their sequence
 * @param queues per node: number of tasks by queue and state
 * @param unread what could not be read, so that the check is incomplete
 */
record FinalState(
        Map<String, EndRecord> records,
        List<EndLink> links,
        List<Entry> audit,
        Map<String, JsonNode> queues,
        List<String> unread) {
    FinalState {
        records = Map.copyOf(records);
        links = List.copyOf(links);
        audit = List.copyOf(audit);
        queues = Map.copyOf(queues);
        unread = List.copyOf(unread);
    }

    /**
     * A record.
     *
     * @param content names, birth date, passport and number of samples as in the history
     * @param version its version
     * @param group identity group
     * @param detection COMPLETED or PENDING
     */
    record EndRecord(JsonNode content, long version, String group, String detection) {}

    /**
     * A link.
     *
     * @param linkId identifier
     * @param a one group
     * @param b other group
     * @param colour colour
     * @param sin number of the identity confirmation file, empty when not shown
     */
    record EndLink(String linkId, String a, String b, String colour, String sin) {
        /** Without order. */
        Set<String> groups() {
            return Set.of(a, b);
        }
    }

    /**
     * An entry of the audit log.
     *
     * @param sequence place in the log
     * @param event kind
     * @param caseReference of the request that caused it
     * @param subject references
     * @param status of a REQUEST, else empty
     */
    record Entry(long sequence, String event, String caseReference, List<String> subject, String status) {
        /** Subjects without order. */
        Set<String> subjects() {
            return subject.stream().collect(Collectors.toSet());
        }
    }
}
