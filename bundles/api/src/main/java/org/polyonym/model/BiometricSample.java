package org.polyonym.model;

import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * One captured sample.
 *
 * @param modality finger, face or palm
 * @param position finger position, {@link FingerPosition#UNKNOWN} for face and palm
 * @param capture how it was taken
 * @param image encoded image
 */
public record BiometricSample(Modality modality, FingerPosition position, CaptureContext capture, Image image) {
    /** Fills what is missing. */
    public BiometricSample {
        if (modality == null || image == null) {
            throw ProblemException.ofField(
                    ProblemType.MISSING_FIELD, "samples", "a sample has a modality and an image");
        }
        position = position == null ? FingerPosition.UNKNOWN : position;
        capture = capture == null ? CaptureContext.SCANNED : capture;
    }
}
