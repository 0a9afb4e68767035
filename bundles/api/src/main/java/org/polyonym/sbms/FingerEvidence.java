package org.polyonym.sbms;

import java.util.List;
import org.polyonym.model.FingerPosition;

/**
 * Evidence for one finger, for explanation.
 *
 * @param position which finger
 * @param score SourceAFIS score of this finger
 * @param probeSampleId sample of the first record
 * @param candidateSampleId sample of the second record
 * @param matched joined minutiae
 */
public record FingerEvidence(
        FingerPosition position,
        double score,
        String probeSampleId,
        String candidateSampleId,
        List<MatchedMinutia> matched) {}
