package org.polyonym.simulation.europe;

import java.util.List;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Image;
import org.polyonym.model.Modality;

/** Where images of prints come from. Thread-safe. */
public interface PrintSource {
    /** The four fingers that the fixtures capture. */
    List<FingerPosition> FOUR_FINGERS = List.of(
            FingerPosition.RIGHT_INDEX,
            FingerPosition.RIGHT_MIDDLE,
            FingerPosition.LEFT_INDEX,
            FingerPosition.LEFT_MIDDLE);

    /** An impression of a finger as PNG; the same arguments give the same bytes. */
    Image print(long personKey, FingerPosition position, int impression);

    /** A smeared, partial impression. */
    Image poorPrint(long personKey, FingerPosition position, int impression);

    /** Whether the images of this finger were captured from a real one. */
    boolean isReal(long personKey, FingerPosition position);

    /** Samples of several fingers of one capture. */
    default List<BiometricSample> capture(
            long personKey, List<FingerPosition> fingers, int impression, CaptureContext context) {
        return fingers.stream()
                .map(f -> new BiometricSample(Modality.FINGERPRINT, f, context, print(personKey, f, impression)))
                .toList();
    }
}
