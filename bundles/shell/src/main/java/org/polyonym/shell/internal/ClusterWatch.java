package org.polyonym.shell.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.GridHandler;
import org.polyonym.grid.Member;
import org.polyonym.health.DerivedState;
import org.polyonym.health.DerivedStructure;
import org.polyonym.problem.ProblemException;
import org.polyonym.store.Documents;
import org.polyonym.store.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every node in sight for its facts, and answers when others ask. Works with whatever is there. Thread-safe. */
@Component(service = {ClusterWatch.class, GridHandler.class})
public final class ClusterWatch implements GridHandler {
    /** How long a node may take to tell its facts. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);

    private final ExecutorService callers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("cluster-watch-", 0).factory());
    private final Instant since =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Outbox outbox;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<DerivedStructure> structures = List.of();

    @Reference
    Grid grid;

    /** Called by the component runtime. */
    @Deactivate
    public void close() {
        callers.shutdownNow();
    }

    /** All nodes, asked at the same time; none is waited for longer than {@link #LIMIT}. */
    public ClusterState look() {
        List<Member> members = grid.members();
        Map<Member, List<Integer>> owned =
                IntStream.range(0, Documents.SHARDS).boxed().collect(Collectors.groupingBy(grid::owner));
        List<Future<Optional<NodeFacts>>> asked = members.stream()
                .map(member -> callers.submit(() -> ask(member)))
                .toList();
        List<ClusterState.Node> nodes = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            nodes.add(new ClusterState.Node(
                    members.get(i), owned.getOrDefault(members.get(i), List.of()), await(asked.get(i))));
        }
        return new ClusterState(grid.self().name(), grid.size(), grid.majority(), nodes, tasks());
    }

    private Optional<NodeFacts> ask(Member member) throws InterruptedException {
        try {
            return Optional.of(NodeFacts.read(grid.call(member, name(), new byte[0], LIMIT)));
        } catch (GridException | IOException e) {
            LOG.debug("{} does not tell its facts: {}", member.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<NodeFacts> await(Future<Optional<NodeFacts>> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            LOG.debug("a node was not asked", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<ClusterState.Tasks> tasks() {
        Outbox now = outbox;
        try {
            return Optional.ofNullable(now).map(o -> new ClusterState.Tasks(o.depth(), o.claimed()));
        } catch (ProblemException e) {
            LOG.debug("the store does not answer", e);
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "cluster-facts";
    }

    @Override
    public byte[] handle(byte[] request) {
        List<DerivedState> states =
                structures.stream().flatMap(each -> each.states().stream()).toList();
        return new NodeFacts(since, states).write();
    }
}
