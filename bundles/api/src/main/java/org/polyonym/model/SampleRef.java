package org.polyonym.model;

/**
 * Reference to a stored sample of a record.
 *
 * @param sampleId unique inside the record
 * @param modality kind
 * @param position finger position
 * @param capture how it was taken
 * @param quality 0 (useless) to 100 (best), of the platform's own quality measure
 * @param template whether a template was made of it
 */
public record SampleRef(
        String sampleId,
        Modality modality,
        FingerPosition position,
        CaptureContext capture,
        int quality,
        boolean template) {}
