package org.polyonym.operator;

import com.fasterxml.jackson.databind.JsonNode;

/** What the user is told in one line, and the exit status. */
final class CommandFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** The thing asked for went wrong. */
    static final int FAILED = 1;
    /** The call itself was wrong. */
    static final int WRONG_CALL = 2;
    /** Nothing runs there. */
    static final int NOT_RUNNING = 3;

    private static final String NOT_FOUND = "PLY-1009";

    private final int status;
    /** Code of the problem that the platform answered with; empty when it did not. */
    private final String code;

    CommandFailed(int status, String message) {
        this(status, message, "");
    }

    private CommandFailed(int status, String message, String code) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** What the platform answered with instead of doing what was asked. */
    static CommandFailed refused(JsonNode problem) {
        String code = problem.path("code").asText();
        String title = code + " " + problem.path("title").asText();
        return new CommandFailed(
                FAILED,
                title + ": " + problem.path("detail").asText() + "\n  "
                        + problem.path("remedy").asText(),
                code);
    }

    boolean notFound() {
        return code.equals(NOT_FOUND);
    }

    int status() {
        return status;
    }
}
