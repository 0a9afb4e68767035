package org.polyonym.esp.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.polyonym.access.Caller;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.Coverage;
import org.polyonym.sbms.FingerEvidence;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.Outcome;
import org.polyonym.sbms.PreparedSamples;
import org.polyonym.store.UnitOfWork;

/** Answers identifications with prepared candidates. */
final class FakeMatching implements BiometricMatching {
    private final List<Candidate> candidates = new ArrayList<>();
    Optional<ProblemType> failure = Optional.empty();
    boolean complete = true;
    Set<SystemId> scope = Set.of();

    void candidate(OriginRef ref, Outcome outcome) {
        candidates.add(new Candidate(ref, new Comparison(outcome, 80, -6, 4, "t1", 60, 60)));
    }

    @Override
    public Identification identify(Caller caller, List<BiometricSample> probe, Set<SystemId> systems, int limit) {
        failure.ifPresent(type -> {
            throw ProblemException.of(type, "as the test says");
        });
        scope = systems;
        return new Identification(candidates, new Coverage(complete ? 10 : 5, 10), "t1");
    }

    @Override
    public PreparedSamples prepare(List<BiometricSample> samples, Predicate<BiometricSample> feeds) {
        throw new AssertionError("a check prepares nothing");
    }

    @Override
    public void enrol(UnitOfWork uow, OriginRef origin, PreparedSamples samples) {
        throw new AssertionError("a check enrols nothing");
    }

    @Override
    public void remove(UnitOfWork uow, OriginRef origin) {
        throw new AssertionError("a check removes nothing");
    }

    @Override
    public Identification identify(Caller caller, OriginRef probe, Set<SystemId> systems, int limit) {
        throw new AssertionError("a check has no stored probe");
    }

    @Override
    public Comparison verify(Caller caller, OriginRef probe, OriginRef candidate) {
        throw new AssertionError("a check verifies nothing");
    }

    @Override
    public Comparison verify(Caller caller, List<BiometricSample> probe, OriginRef candidate) {
        throw new AssertionError("a check verifies nothing");
    }

    @Override
    public boolean enrolled(OriginRef origin) {
        return true;
    }

    @Override
    public List<FingerEvidence> explain(Caller caller, OriginRef probe, OriginRef candidate) {
        return List.of();
    }
}
