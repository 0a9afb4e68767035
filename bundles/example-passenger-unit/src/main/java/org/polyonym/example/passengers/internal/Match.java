package org.polyonym.example.passengers.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.polyonym.access.Caller;

/**
 * That a record fits a search in a case. An officer of the unit reviews it; until then nothing is released (Art 6(5)).
 *
 * @param record identifier of the journey
 * @param caseReference national file of the asking authority
 * @param authority who asks
 */
record Match(String record, String caseReference, String authority) {
    private static final int DIGITS = 16;

    static Match of(Journey journey, Caller caller) {
        return new Match(
                journey.id(), caller.caseReference().text(), caller.authority().text());
    }

    /** The same for the same three parts, so that a repeated search makes no second match. */
    String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", record, caseReference, authority).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
