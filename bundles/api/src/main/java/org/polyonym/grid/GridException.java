package org.polyonym.grid;

/** A call was not answered: the member has gone, is late, has no such handler or failed. Nothing is known of its effect. */
public final class GridException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the reason, which names no personal data. */
    public GridException(String message) {
        super(message);
    }

    /** The same with a cause. */
    public GridException(String message, Throwable cause) {
        super(message, cause);
    }
}
