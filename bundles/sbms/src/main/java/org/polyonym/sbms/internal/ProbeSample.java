package org.polyonym.sbms.internal;

import org.polyonym.biometrics.ProbeFinger;
import org.polyonym.biometrics.Template;
import org.polyonym.model.FingerPosition;

/**
 * One finger of the searching side.
 *
 * @param sampleId sample of a stored record, empty for a captured one
 * @param position which finger
 * @param quality 0 to 100
 * @param finger its prepared form
 */
record ProbeSample(String sampleId, FingerPosition position, int quality, ProbeFinger finger) {
    static ProbeSample of(StoredTemplate stored) {
        Template template = Template.of(stored.template());
        return new ProbeSample(stored.sampleId(), stored.position(), stored.quality(), ProbeFinger.of(template));
    }

    static ProbeSample of(SearchRequest.Finger finger) {
        Template template = Template.of(finger.template());
        return new ProbeSample(finger.sampleId(), finger.position(), finger.quality(), ProbeFinger.of(template));
    }
}
