package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polyonym.model.OriginRef;

/**
 * What an officer found wrong in a link, kept for one year so that the machine does not repeat it (gap G-1); references
 * only.
 *
 * @param records records that the finding was about; later records of the groups are not covered
 * @param biometric the corrected biometric class; empty when the link was erased for another reason
 * @param validUntil legal time
 */
record Correction(List<OriginRef> records, Optional<BiometricClass> biometric, Instant validUntil) {
    Correction {
        records = List.copyOf(records);
    }

    boolean covers(OriginRef a, OriginRef b, Instant now) {
        return now.isBefore(validUntil) && records.contains(a) && records.contains(b);
    }
}
