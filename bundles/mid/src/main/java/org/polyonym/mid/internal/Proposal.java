package org.polyonym.mid.internal;

import java.util.Set;
import java.util.TreeSet;

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

    /** The same proposal as yellow: contradictory proposals, so with the discrepancy flag. */
    Proposal contradicted(String hint) {
        return new Proposal(Verdict.YELLOW, row, true, with(hint));
    }

    /** The same proposal as yellow, because an officer doubted it before. */
    Proposal doubted(String hint) {
        return new Proposal(Verdict.YELLOW, row, discrepancy, with(hint));
    }

    private Set<String> with(String hint) {
        Set<String> more = new TreeSet<>(hints);
        more.add(hint);
        return more;
    }
}
