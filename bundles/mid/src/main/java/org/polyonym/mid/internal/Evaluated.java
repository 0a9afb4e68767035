package org.polyonym.mid.internal;

import java.util.List;
import java.util.Optional;
import org.polyonym.model.SystemId;

/**
 * Two groups whose records were compared.
 *
 * @param left one side
 * @param right the other
 * @param evidence every pair of their records
 * @param trigger the record that caused the comparison, or the newest of the two groups
 * @param linked every record of both sides
 * @param correction what an officer found wrong in the link of these groups before
 */
record Evaluated(
        Side left,
        Side right,
        List<PairEvidence> evidence,
        Participant trigger,
        List<Participant> linked,
        Optional<Correction> correction) {
    Evaluated {
        evidence = List.copyOf(evidence);
        linked = List.copyOf(linked);
    }

    /** System on the other side of the trigger. */
    SystemId partner() {
        SystemId own = trigger.ref().system();
        return left.group().system().equals(own)
                ? right.group().system()
                : left.group().system();
    }
}
