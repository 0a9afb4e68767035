package org.polyonym.mid.internal;

import java.util.Set;

/**
 * What the machine proposes for two identity groups.
 *
 * @param verdict white, yellow or none
 * @param row row of the colour table that carries it
 * @param discrepancy white and yellow were both proposed
 * @param hints remarks for the verifying authority
 */
record Proposal(Verdict verdict, ColourRow row, boolean discrepancy, Set<String> hints) {
    /** The comparison rests on the data of a victim of misused identity. */
    static final String MISUSED_IDENTITY = "MISUSED-IDENTITY";
    /** Biometrics of some pairs agree and of others differ. */
    static final String BIOMETRICS_CONTRADICT = "BIOMETRICS-CONTRADICT";
    /** An automatic white would contradict what officers decided on other links. */
    static final String INCONSISTENT = "INCONSISTENT-WITH-DECIDED-LINKS";

    Proposal {
        hints = Set.copyOf(hints);
    }

    /** The same proposal as yellow with one more hint: contradictory proposals, so with the discrepancy flag. */
    Proposal contradicted(String hint) {
        Set<String> more = new java.util.TreeSet<>(hints);
        more.add(hint);
        return new Proposal(Verdict.YELLOW, row, true, more);
    }
}
