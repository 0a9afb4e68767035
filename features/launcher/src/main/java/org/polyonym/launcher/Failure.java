package org.polyonym.launcher;

/** What the user is told in one line, and the exit status. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    /** The thing asked for went wrong. */
    static final int FAILED = 1;
    /** The call itself was wrong. */
    static final int WRONG_CALL = 2;
    /** As service managers have it: not running. */
    static final int NOT_RUNNING = 3;

    private final int status;

    Failure(int status, String message) {
        super(message);
        this.status = status;
    }

    Failure(String message) {
        this(FAILED, message);
    }

    int status() {
        return status;
    }
}
