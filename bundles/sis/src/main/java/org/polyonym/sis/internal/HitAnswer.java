package org.polyonym.sis.internal;

import java.util.List;
import java.util.Optional;

/**
 * What became of a report.
 *
 * @param hit whether it is a hit
 * @param reason HIT, or why it is none: NOT_CONFIRMED, DIFFERENT_PERSON, EXPERT_CHECK, NO_FURTHER_ACTION, NATIONAL_ALERT
 * @param hitId the hit
 * @param action what the alert asks for, empty when there is no hit
 * @param forms messages sent
 * @param europol NOTIFIED, EXEMPTED or NOT_CONCERNED
 */
public record HitAnswer(
        boolean hit, String reason, Optional<String> hitId, String action, List<Hit.Form> forms, String europol) {
    static final String NOT_CONCERNED = "NOT_CONCERNED";

    static HitAnswer none(String reason) {
        return new HitAnswer(false, reason, Optional.empty(), "", List.of(), NOT_CONCERNED);
    }

    static HitAnswer of(Hit hit, String action) {
        return new HitAnswer(true, "HIT", Optional.of(hit.hitId()), action, hit.forms(), hit.europol());
    }
}
