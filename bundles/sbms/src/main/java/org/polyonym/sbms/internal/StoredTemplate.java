package org.polyonym.sbms.internal;

import org.polyonym.model.FingerPosition;
import org.polyonym.model.OriginRef;

/**
 * One finger's template as stored, one document per finger, with the reference to the record it came from (IO 13(2)).
 *
 * @param origin system and record
 * @param sampleId sample of that record
 * @param position which finger
 * @param quality 0 to 100 (IO 13(4))
 * @param qualityMeasure name and version of the quality measure
 * @param extractor name and version of the extractor
 * @param setSize how many templates were enrolled together; nobody reads it, it is part of the stored form
 * @param template minutiae, in the extractor's form
 */
public record StoredTemplate(
        OriginRef origin,
        String sampleId,
        FingerPosition position,
        int quality,
        String qualityMeasure,
        String extractor,
        int setSize,
        byte[] template) {
    String documentId() {
        return origin.recordId() + "/" + sampleId;
    }
}
