package org.polyonym.mid.internal;

import org.polyonym.model.Authority;

/**
 * Who verifies a link, and how.
 *
 * @param authority named in the identity confirmation file
 * @param override by the type of an alert, not by the trigger
 * @param presence the verification starts in the person's presence (IO-B 29(4))
 * @param row row of the authority table
 * @param source article
 */
record Responsibility(Authority authority, boolean override, boolean presence, String row, String source) {}
