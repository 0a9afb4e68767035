package org.polyonym.mid.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.polyonym.access.Caller;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.Coverage;
import org.polyonym.sbms.FingerEvidence;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.Outcome;
import org.polyonym.sbms.PreparedSamples;
import org.polyonym.store.UnitOfWork;

/** A matcher that knows whose fingers it sees. */
final class FakeMatching implements BiometricMatching {
    final Map<OriginRef, String> fingersOf = new HashMap<>();
    final Map<Set<OriginRef>, Outcome> told = new HashMap<>();
    boolean complete = true;

    @Override
    public Comparison verify(Caller caller, OriginRef probe, OriginRef candidate) {
        Outcome outcome = told.getOrDefault(Set.of(probe, candidate), outcome(probe, candidate));
        return new Comparison(outcome, outcome == Outcome.SAME ? 180 : 9, -9, 4, "thresholds-1", 70, 80);
    }

    private Outcome outcome(OriginRef probe, OriginRef candidate) {
        if (!enrolled(probe) || !enrolled(candidate)) {
            return Outcome.NOT_COMPARED;
        }
        return fingersOf.get(probe).equals(fingersOf.get(candidate)) ? Outcome.SAME : Outcome.DIFF;
    }

    @Override
    public Identification identify(Caller caller, OriginRef probe, Set<SystemId> scope, int limit) {
        List<Candidate> found = new ArrayList<>();
        for (OriginRef other : fingersOf.keySet()) {
            if (other.equals(probe) || !scope.contains(other.system())) {
                continue;
            }
            Comparison comparison = verify(caller, probe, other);
            if (comparison.outcome() == Outcome.SAME || comparison.outcome() == Outcome.INCONCLUSIVE) {
                found.add(new Candidate(other, comparison));
            }
        }
        return new Identification(found, new Coverage(complete ? 10 : 9, 10), "thresholds-1");
    }

    @Override
    public boolean enrolled(OriginRef origin) {
        return fingersOf.containsKey(origin);
    }

    @Override
    public PreparedSamples prepare(List<BiometricSample> samples, Predicate<BiometricSample> feeds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void enrol(UnitOfWork uow, OriginRef origin, PreparedSamples samples) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(UnitOfWork uow, OriginRef origin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Identification identify(Caller caller, List<BiometricSample> probe, Set<SystemId> scope, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Comparison verify(Caller caller, List<BiometricSample> probe, OriginRef candidate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<FingerEvidence> explain(Caller caller, OriginRef probe, OriginRef candidate) {
        throw new UnsupportedOperationException();
    }
}
