package org.polyonym.esp.internal;

import java.util.Optional;

/** A connector cannot be asked or broke its contract; the message is for the operator and holds no personal data. */
final class ConnectorFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Breach breach;

    private ConnectorFault(Breach breach, String message) {
        super(message, null, false, false);
        this.breach = breach;
    }

    /** It broke its contract. */
    static ConnectorFault of(Breach breach, String message) {
        return new ConnectorFault(breach, message);
    }

    /** It was not asked, or not for long enough; it is not to blame. */
    static ConnectorFault blameless(String message) {
        return new ConnectorFault(null, message);
    }

    /** How it broke its contract, if it did. */
    Optional<Breach> breach() {
        return Optional.ofNullable(breach);
    }
}
