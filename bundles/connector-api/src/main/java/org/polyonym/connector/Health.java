package org.polyonym.connector;

/**
 * State of the system behind a connector.
 *
 * @param available whether it can be asked now
 * @param reason empty when available
 */
public record Health(boolean available, String reason) {
    /** Available. */
    public static final Health UP = new Health(true, "");

    /** Not available, with the reason in words. */
    public static Health down(String reason) {
        return new Health(false, reason);
    }
}
