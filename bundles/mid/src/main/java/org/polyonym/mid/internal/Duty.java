package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.Optional;
import org.polyonym.model.Authority;
import org.polyonym.model.OriginRef;

/**
 * Who verifies a link, and on what terms.
 *
 * @param authority named in the identity confirmation file
 * @param presence the verification starts in the person's presence
 * @param trigger the record that caused the duty
 * @param dueAt where the law sets a target, legal time; a target only (IO-B 29(4))
 */
record Duty(Authority authority, boolean presence, OriginRef trigger, Optional<Instant> dueAt) {}
