package org.polyonym.simulation.harness;

/** The harness could not do what it was told; the message says why. */
public final class HarnessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message. */
    public HarnessException(String message) {
        super(message);
    }

    /** With message and cause. */
    public HarnessException(String message, Throwable cause) {
        super(message, cause);
    }
}
