package org.polyonym.simulation.faults.checker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One request and what became of it.
 *
 * @param op number in the history, also the case reference that was sent
 * @param asked line of its beginning
 * @param answered line of its answer; missing when none came
 */
record Attempt(String op, JsonNode asked, JsonNode answered) {
    private static final int FIRST_SERVER_STATUS = 500;
    private static final int FIRST_REFUSAL_STATUS = 400;
    /** The refusal by a node that sees no majority: of the faults of the server the one that says that nothing was done. */
    private static final String NO_MAJORITY = "PLY-5006";

    Attempt {
        answered = answered == null ? MissingNode.getInstance() : answered;
    }

    boolean is(String kind) {
        return asked.path("kind").asText().equals(kind);
    }

    String person() {
        return asked.path("person").asText();
    }

    String system() {
        return asked.path("system").asText();
    }

    String node() {
        return asked.path("node").asText();
    }

    long askedAt() {
        return asked.path("at").asLong();
    }

    /** Of the answer, or of giving up. */
    long endedAt() {
        return answered.path("at").asLong(Long.MAX_VALUE);
    }

    /** 0 when no answer came. */
    int status() {
        return answered.path("status").asInt(0);
    }

    boolean ok() {
        return status() / 100 == 2;
    }

    /** Whether the request certainly left nothing behind. */
    boolean refused() {
        boolean callersFault = status() >= FIRST_REFUSAL_STATUS && status() < FIRST_SERVER_STATUS;
        return callersFault || answered.path("problem").asText().equals(NO_MAJORITY);
    }

    /** What registrations of one person into one system by one key or identifier have in common. */
    String subject() {
        String key = asked.path("key").asText();
        return key.isEmpty() ? asked.path("record").asText() : system() + " key " + key;
    }

    /** Reference of the record: as acknowledged, else as wished, else empty. */
    String record() {
        return ok() ? answered.path("record").asText() : asked.path("record").asText();
    }
}
