package org.polyonym.sbms;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.polyonym.access.Caller;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.store.UnitOfWork;

/**
 * The shared biometric matching service. It grants no right by itself: callers have passed access control and name their
 * purpose. A search sees every enrolment committed before it began. Thread-safe; may vanish while in use (then
 * COMPONENT_UNAVAILABLE at the caller). Matching is exhaustive and bounded by the gallery size.
 */
public interface BiometricMatching {
    /**
     * Checks quality and extracts templates; outside any transaction because it takes tens of milliseconds per finger.
     *
     * @param feeds whether the rules let this modality and capture of this record become a template
     * @throws org.polyonym.problem.ProblemException NOT_AN_IMAGE, IMAGE_*, QUALITY_TOO_LOW with field {@code samples/i}
     */
    PreparedSamples prepare(List<BiometricSample> samples, Predicate<BiometricSample> feeds);

    /** Stores templates with their origin reference in the record's own transaction, replacing earlier ones. */
    void enrol(UnitOfWork uow, OriginRef origin, PreparedSamples samples);

    /** Removes every template of the record in the transaction that erases it (IO 15). */
    void remove(UnitOfWork uow, OriginRef origin);

    /** 1:N search of captured samples inside the templates of the given systems. */
    Identification identify(Caller caller, List<BiometricSample> probe, Set<SystemId> scope, int limit);

    /** 1:N search with the templates of a stored record, which is left out of the answer. */
    Identification identify(Caller caller, OriginRef probe, Set<SystemId> scope, int limit);

    /** 1:1 comparison of two stored records. */
    Comparison verify(Caller caller, OriginRef probe, OriginRef candidate);

    /** 1:1 comparison of captured samples with a stored record. */
    Comparison verify(Caller caller, List<BiometricSample> probe, OriginRef candidate);

    /** Whether a record has templates. */
    boolean enrolled(OriginRef origin);

    /** Minutiae that join two stored records, finger by finger; needs the stored images. */
    List<FingerEvidence> explain(Caller caller, OriginRef probe, OriginRef candidate);
}
