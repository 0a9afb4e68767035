package org.polyonym.sbms.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Coverage;
import org.polyonym.sbms.Identification;
import org.polyonym.store.Documents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A search over all nodes. It asks the store for the versions of all shards of its scope and then each shard's owner to search
 * it at that version or later; what an owner does not answer is asked of another one and at last searched here, because any
 * node can read any shard from the store. Coverage is the sum of what the shards' answers say. Thread-safe.
 */
final class DistributedSearch implements AutoCloseable {
    /** What a member answers under. */
    static final String HANDLER = "sbms-search";
    /** How long a member may take, beside {@link #LIMIT_PER_TEMPLATE} for what it is asked to search. */
    static final Duration BASE_LIMIT = Duration.ofSeconds(2);
    /** Ten times what a template costs one core. */
    static final Duration LIMIT_PER_TEMPLATE = Duration.ofMillis(1);
    /** Rounds of asking others before the rest is searched here. */
    static final int MAX_ROUNDS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(DistributedSearch.class);

    private final Documents documents;
    private final Grid grid;
    private final ShardSearch here;
    private final String thresholds;
    private final SearchWire wire = new SearchWire();
    private final Suspects suspects = new Suspects();
    private final ExecutorService callers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("sbms-search-", 0).factory());

    DistributedSearch(Documents documents, Grid grid, ShardSearch here, String thresholds) {
        this.documents = documents;
        this.grid = grid;
        this.here = here;
        this.thresholds = thresholds;
    }

    /**
     * Searches.
     *
     * @param probe without any finger nothing is compared and the coverage says so
     * @param except a record that is no candidate
     */
    Identification run(List<ProbeSample> probe, Collection<SystemId> scope, Optional<OriginRef> except, int limit) {
        Map<ShardRef, SearchRequest.Wanted> wanted = wanted(scope);
        long known = wanted.values().stream()
                .mapToLong(SearchRequest.Wanted::templates)
                .sum();
        if (probe.isEmpty()) {
            return new Identification(List.of(), new Coverage(0, known), thresholds);
        }
        Findings findings = new Findings(wanted);
        for (int round = 1; round <= MAX_ROUNDS && !findings.open().isEmpty(); round++) {
            ask(findings, probe, except, limit);
        }
        if (!findings.open().isEmpty()) {
            findings.add(here.answer(request(probe, except, limit, findings.open()), probe));
        }
        return new Identification(
                Search.best(findings.candidates(), limit), new Coverage(findings.covered(), known), thresholds);
    }

    private Map<ShardRef, SearchRequest.Wanted> wanted(Collection<SystemId> scope) {
        Map<ShardRef, SearchRequest.Wanted> wanted = new LinkedHashMap<>();
        Map<String, SystemId> systems = new TreeMap<>();
        scope.forEach(system -> systems.put(system.text(), system));
        systems.values()
                .forEach(system -> documents
                        .shardStates(TemplateStore.type(system))
                        .forEach((shard, state) -> {
                            ShardRef ref = new ShardRef(system, shard);
                            wanted.put(ref, SearchRequest.Wanted.of(ref, state));
                        }));
        return wanted;
    }

    /** Asks the owners of all that is still open, the others beside this node itself. */
    private void ask(Findings findings, List<ProbeSample> probe, Optional<OriginRef> except, int limit) {
        Map<Member, List<SearchRequest.Wanted>> byMember = new HashMap<>();
        for (SearchRequest.Wanted each : findings.open()) {
            byMember.computeIfAbsent(target(each.shard()), m -> new ArrayList<>())
                    .add(each);
        }
        List<SearchRequest.Wanted> own =
                Optional.ofNullable(byMember.remove(grid.self())).orElse(List.of());
        List<Future<Optional<SearchAnswer>>> others = new ArrayList<>();
        byMember.forEach((member, shards) ->
                others.add(callers.submit(() -> ask(member, request(probe, except, limit, shards)))));
        if (!own.isEmpty()) {
            findings.add(here.answer(request(probe, except, limit, own), probe));
        }
        others.forEach(each -> await(each).ifPresent(findings::add));
    }

    private Member target(int shard) {
        Member owner = grid.owner(shard);
        return suspects.contain(owner) ? grid.self() : owner;
    }

    private Optional<SearchAnswer> ask(Member member, SearchRequest request) throws InterruptedException {
        long templates = request.shards().stream()
                .mapToLong(SearchRequest.Wanted::templates)
                .sum();
        long begun = System.nanoTime();
        try {
            byte[] bytes = grid.call(
                    member, HANDLER, wire.write(request), BASE_LIMIT.plus(LIMIT_PER_TEMPLATE.multipliedBy(templates)));
            SearchAnswer answer = wire.answer(bytes);
            if (answer.fits(request, thresholds)) {
                return Optional.of(answer);
            }
            LOG.warn("{} answered a search with what cannot be its answer", member.name());
        } catch (GridException e) {
            LOG.info("{} did not answer a search: {}", member.name(), e.getMessage());
        } catch (ProblemException e) {
            LOG.warn("{} answered a search with {}", member.name(), e.detail());
        }
        // One that fails at once costs no time, and its store may be away like this one's.
        if (System.nanoTime() - begun >= BASE_LIMIT.toNanos()) {
            suspects.add(member);
        }
        return Optional.empty();
    }

    private static Optional<SearchAnswer> await(Future<Optional<SearchAnswer>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.causedBy(ProblemType.COMPONENT_UNAVAILABLE, "the search was interrupted", e);
        } catch (ExecutionException e) {
            throw ProblemException.causedBy(ProblemType.INTERNAL, "a search of another node failed", e);
        }
    }

    private static SearchRequest request(
            List<ProbeSample> probe, Optional<OriginRef> except, int limit, Collection<SearchRequest.Wanted> shards) {
        return new SearchRequest(SearchRequest.fingers(probe), except, limit, List.copyOf(shards));
    }

    /** What the grid calls on the node that is asked. */
    byte[] handle(byte[] bytes) {
        SearchRequest request = wire.request(bytes);
        List<ProbeSample> probe = request.probe().stream().map(ProbeSample::of).toList();
        return wire.write(here.answer(request, probe));
    }

    @Override
    public void close() {
        callers.shutdownNow();
    }

    /** What came in so far. Used by one thread. */
    private static final class Findings {
        private final Map<ShardRef, SearchRequest.Wanted> open;
        private final Map<ShardRef, SearchRequest.Wanted> wanted;
        private final List<Candidate> candidates = new ArrayList<>();
        private long covered;

        Findings(Map<ShardRef, SearchRequest.Wanted> wanted) {
            this.wanted = wanted;
            this.open = new LinkedHashMap<>(wanted);
        }

        void add(SearchAnswer answer) {
            candidates.addAll(answer.candidates());
            for (SearchAnswer.Searched each : answer.shards()) {
                open.remove(each.ref());
                covered += each.covered(wanted.get(each.ref()));
            }
        }

        Set<SearchRequest.Wanted> open() {
            return Set.copyOf(open.values());
        }

        List<Candidate> candidates() {
            return candidates;
        }

        long covered() {
            return covered;
        }
    }
}
