package org.polyonym.mid.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.polyonym.access.Caller;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.store.UnitOfWork;
import org.polyonym.time.LegalClock;

/**
 * Multiple-identity detection for one record (IO 27, 28): finds candidates in other systems, compares every pair of records
 * of the groups concerned and brings the links into line. Works the same for a new, a changed and an erased record, and
 * doing it again changes nothing.
 */
final class Detection {
    private static final Comparator<Participant> NEWEST = Comparator.comparing(Participant::createdAt)
            .thenComparing(p -> p.ref().text());

    private record Pair(Side left, Side right) {}

    private final Sides sides;
    private final CandidateSearch search;
    private final PairComparer comparer;
    private final LinkStore store;
    private final Linker linker;
    private final Regrouping regrouping;
    private final LinkAudit audit;
    private final LegalClock clock;

    /** Takes its collaborators. */
    Detection(
            Sides sides,
            CandidateSearch search,
            PairComparer comparer,
            LinkStore store,
            Linker linker,
            LinkAudit audit,
            LegalClock clock) {
        this.sides = sides;
        this.search = search;
        this.comparer = comparer;
        this.store = store;
        this.linker = linker;
        this.regrouping = new Regrouping(sides, store, linker);
        this.audit = audit;
        this.clock = clock;
    }

    /** Detects for the record as it is now. */
    void run(UnitOfWork uow, Caller caller, OriginRef ref) {
        Optional<Side> own = sides.of(uow, ref);
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (Link link : regrouping.known(uow, caller, ref, own)) {
            add(pairs, link.left(), link.right());
        }
        if (own.isPresent()) {
            OriginRecord record =
                    sides.load(uow, new Side(own.get().group(), List.of(ref))).getFirst();
            List<Side> found = found(uow, caller, record);
            found.forEach(side -> add(pairs, own.get(), side));
            crossPairs(found, pairs);
        } else {
            store.eraseCorrections(uow, ref);
        }
        pairs.values().forEach(pair -> evaluate(uow, caller, pair, ref));
    }

    /** Groups that the search found, each once, as they are now. */
    private List<Side> found(UnitOfWork uow, Caller caller, OriginRecord record) {
        Map<GroupRef, Side> found = new LinkedHashMap<>();
        for (OriginRef candidate : search.find(caller, record)) {
            sides.of(uow, candidate).ifPresent(side -> found.putIfAbsent(side.group(), side));
        }
        return List.copyOf(found.values());
    }

    /** All matching items are compared with each other as well (IO 28(2)), never inside one system (IO 27(5)). */
    private static void crossPairs(List<Side> found, Map<String, Pair> pairs) {
        for (int i = 0; i < found.size(); i++) {
            for (Side other : found.subList(i + 1, found.size())) {
                if (!found.get(i).group().system().equals(other.group().system())) {
                    add(pairs, found.get(i), other);
                }
            }
        }
    }

    private static void add(Map<String, Pair> pairs, Side left, Side right) {
        pairs.putIfAbsent(Link.pair(left.group(), right.group()), new Pair(left, right));
    }

    private void evaluate(UnitOfWork uow, Caller caller, Pair pair, OriginRef cause) {
        List<OriginRecord> left = sides.load(uow, pair.left());
        List<OriginRecord> right = sides.load(uow, pair.right());
        Optional<Correction> correction =
                store.correction(uow, pair.left().group(), pair.right().group());
        List<PairEvidence> evidence = new ArrayList<>();
        for (OriginRecord a : left) {
            for (OriginRecord b : right) {
                PairEvidence compared = comparer.compare(caller, a, b, correction, clock.now());
                audit.compared(uow, caller, compared);
                evidence.add(compared);
            }
        }
        List<Participant> linked = Stream.concat(left.stream(), right.stream())
                .map(Participant::of)
                .toList();
        linker.apply(
                uow,
                caller,
                new Evaluated(pair.left(), pair.right(), evidence, trigger(linked, cause), linked, correction));
    }

    /** The record that caused the detection, or for a pair without it the one entered last. */
    private static Participant trigger(Collection<Participant> linked, OriginRef cause) {
        return linked.stream()
                .filter(participant -> participant.ref().equals(cause))
                .findFirst()
                .orElseGet(() -> linked.stream().max(NEWEST).orElseThrow());
    }
}
