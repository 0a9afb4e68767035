package org.polyonym.operator;

/** What the user is told in one line, and the exit status. */
final class CommandFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** The thing asked for went wrong. */
    static final int FAILED = 1;
    /** The call itself was wrong. */
    static final int WRONG_CALL = 2;
    /** Nothing runs there. */
    static final int NOT_RUNNING = 3;

    private final int status;

    CommandFailed(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
