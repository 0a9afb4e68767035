package org.polyonym.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.polyonym.model.Authority;

/**
 * A message to an authority.
 *
 * @param notificationId unique
 * @param legalTime when
 * @param recipient whom
 * @param type e.g. {@code YELLOW_LINK}, {@code RED_LINK}, {@code G_FORM}, {@code EUROPOL_TERRORISM_HIT}, {@code ALIAS_PROPOSAL}
 * @param subject references concerned
 * @param facts by name; personal data only where the recipient may see them
 */
public record Notification(
        String notificationId,
        Instant legalTime,
        Authority recipient,
        String type,
        List<String> subject,
        Map<String, String> facts) {
    /** Copies the collections. */
    public Notification {
        subject = List.copyOf(subject);
        facts = Map.copyOf(facts);
    }
}
