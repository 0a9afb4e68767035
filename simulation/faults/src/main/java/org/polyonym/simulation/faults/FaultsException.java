package org.polyonym.simulation.faults;

/** A fault run could not do what it was told; the message says why. */
public final class FaultsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message. */
    public FaultsException(String message) {
        super(message);
    }

    /** With message and cause. */
    public FaultsException(String message, Throwable cause) {
        super(message, cause);
    }
}
