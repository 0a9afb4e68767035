package org.polyonym.mid;

import java.time.Instant;
import java.util.Optional;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;

/**
 * A link as a caller may see it (IO 26); nothing in it tells of links that the caller may not see.
 *
 * @param linkId the link
 * @param sin single identification number of its identity confirmation file; empty unless the caller is named in it
 * @param a first identity group
 * @param b second identity group
 * @param colour colour
 * @param statement what the law lets MID say, e.g. that the data concern one person
 * @param reason reason code of the table row (Y-A to Y-D, NONCOMPARABLE, W-a to W-d, or the finding of the officer)
 * @param discrepancy contradictory proposals led to the yellow link
 * @param responsible authority named in the identity confirmation file, for the caller that is named in it
 * @param updatedAt legal time of the last change, for the caller that is named in the file
 */
public record LinkView(
        String linkId,
        String sin,
        GroupRef a,
        GroupRef b,
        LinkColour colour,
        String statement,
        String reason,
        boolean discrepancy,
        Optional<Authority> responsible,
        Optional<Instant> updatedAt) {}
