package org.polyonym.esp.internal;

/** A connector broke its contract; the message is for the operator and holds no personal data. */
final class ConnectorFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConnectorFault(String message) {
        super(message, null, false, false);
    }
}
