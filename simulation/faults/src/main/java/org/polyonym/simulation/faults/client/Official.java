package org.polyonym.simulation.faults.client;

/**
 * Who asks.
 *
 * @param kind of authority, e.g. VISA
 * @param state Member State, e.g. MS-1
 * @param purpose that the token allows and the request names
 */
public record Official(String kind, String state, String purpose) {
    /** At the border; enters into EES and searches. */
    public static Official border(String state) {
        return new Official("BORDER_FIRST_LINE", state, "BORDER_ENTRY");
    }

    /** At a consulate; enters into VIS. */
    public static Official visa(String state) {
        return new Official("VISA", state, "VISA_EXAMINATION");
    }

    /** Verifies links with EES. */
    public static Official secondLine(String state) {
        return new Official("BORDER_SECOND_LINE", state, "BORDER_SECOND_LINE");
    }

    /** Reads the audit log. */
    public static Official supervisor() {
        return new Official("SUPERVISOR", "EU", "SUPERVISION");
    }

    /** Reads the state of the queues. */
    public static Official operations() {
        return new Official("OPERATIONS", "EU", "OPERATIONS");
    }
}
