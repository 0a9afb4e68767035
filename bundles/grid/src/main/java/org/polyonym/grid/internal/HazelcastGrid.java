package org.polyonym.grid.internal;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IExecutorService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;
import org.polyonym.health.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node among others, as a Hazelcast member. The member is started on a thread of its own and again whenever it is not
 * there, so a port in use or an unknown host delays nothing and is cured by itself. Until then the node sees itself alone and
 * has no majority. Thread-safe.
 */
final class HazelcastGrid implements Grid, AutoCloseable {
    /** Pause before the member is started again. */
    static final Duration RESTART_PAUSE = Duration.ofSeconds(5);
    /** Messages under way that nobody waits for; more are dropped. */
    static final int MAX_TELLS = 64;
    /** How long such a message may be under way. */
    static final Duration TELL_LIMIT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(HazelcastGrid.class);

    private final GridConfig config;
    private final Member self;
    private final Handlers handlers;
    private final Seal seal;
    private final Listeners listeners = new Listeners();
    private final Semaphore tells = new Semaphore(MAX_TELLS);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread starter;

    private volatile Optional<HazelcastInstance> member = Optional.empty();
    private volatile String failure = "";

    HazelcastGrid(GridConfig config, Member self, Handlers handlers) {
        this.config = config;
        this.self = self;
        this.handlers = handlers;
        this.seal = new Seal(config.key());
        this.starter = Thread.ofPlatform().name("grid-member").daemon().start(this::keepRunning);
    }

    @Override
    public Member self() {
        return self;
    }

    @Override
    public List<Member> members() {
        List<Member> seen = ask(
                instance -> instance.getCluster().getMembers().stream()
                        .map(HazelcastGrid::member)
                        .toList(),
                List.of());
        return seen.isEmpty() ? List.of(self) : seen;
    }

    @Override
    public int size() {
        return config.size();
    }

    /** Hazelcast counts members; what counts here besides is that they are members which the configuration names. */
    @Override
    public boolean majority() {
        return ask(
                instance -> instance.getSplitBrainProtectionService()
                                .getSplitBrainProtection(HazelcastSettings.MAJORITY)
                                .hasMinimumSize()
                        && configuredInSight(instance) >= config.majority(),
                false);
    }

    private <T> T ask(Function<HazelcastInstance, T> question, T otherwise) {
        try {
            return running().map(question).orElse(otherwise);
        } catch (HazelcastInstanceNotActiveException e) {
            LOG.debug("the member stopped while it was asked", e);
            return otherwise;
        }
    }

    private long configuredInSight(HazelcastInstance instance) {
        return instance.getCluster().getMembers().stream()
                .map(each -> each.getAttribute(HazelcastSettings.ADDRESS))
                .filter(config.nodes()::contains)
                .distinct()
                .count();
    }

    @Override
    public Member owner(int shard) {
        return Rendezvous.owner(shard, members());
    }

    @Override
    public byte[] call(Member target, String handler, byte[] request, Duration limit)
            throws GridException, InterruptedException {
        return target.equals(self)
                ? handlers.handleWithin(handler, request, limit)
                : callOther(target, handler, request, limit);
    }

    private byte[] callOther(Member target, String handler, byte[] request, Duration limit)
            throws GridException, InterruptedException {
        HazelcastInstance instance = running().orElseThrow(() -> new GridException("this node is in no grid"));
        byte[] sealed = CallServer.request(seal, target.id(), handler, request);
        try {
            IExecutorService calls = instance.getExecutorService(HazelcastSettings.CALLS);
            byte[] answer = Handlers.await(
                    calls.submitToMember(new Call(handler, sealed), addressOf(instance, target)), handler, limit);
            return CallServer.answer(seal, handler, sealed, answer);
        } catch (RuntimeException e) {
            // Hazelcast's own: the member goes, or this one does.
            throw new GridException(
                    "handler " + handler + " was not reached: " + e.getClass().getName(), e);
        }
    }

    private static com.hazelcast.cluster.Member addressOf(HazelcastInstance instance, Member target)
            throws GridException {
        return instance.getCluster().getMembers().stream()
                .filter(each -> member(each).equals(target))
                .findFirst()
                .orElseThrow(() -> new GridException("the member has gone"));
    }

    @Override
    public void tellOthers(String handler, byte[] message) {
        members().stream().filter(each -> !each.equals(self)).forEach(each -> tell(each, handler, message));
    }

    private void tell(Member target, String handler, byte[] message) {
        if (!tells.tryAcquire()) {
            return;
        }
        handlers.run(() -> {
            try {
                callOther(target, handler, message, TELL_LIMIT);
            } catch (GridException e) {
                LOG.debug("{} was not told: {}", target.name(), e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                tells.release();
            }
        });
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /** Why this node does not take part as it should; empty when it does. */
    List<Finding> findings() {
        if (running().isEmpty()) {
            return List.of(new Finding(
                    "grid",
                    "this node is in no grid" + (failure.isEmpty() ? ": its member is being started" : ": " + failure),
                    "it is tried again; see address and nodes in etc/org.polyonym.grid.cfg"));
        }
        if (!majority()) {
            return List.of(new Finding(
                    "grid",
                    "this node sees " + members().size() + " of " + size() + " nodes, which is no majority: writes are"
                            + " refused",
                    "start the other nodes or mend the network between them; this node goes on by itself"));
        }
        return List.of();
    }

    private Optional<HazelcastInstance> running() {
        return member.filter(instance -> instance.getLifecycleService().isRunning());
    }

    private static Member member(com.hazelcast.cluster.Member member) {
        return new Member(member.getAttribute(HazelcastSettings.ID), member.getAttribute(HazelcastSettings.NAME));
    }

    private void keepRunning() {
        try {
            do {
                if (running().isEmpty()) {
                    start();
                }
            } while (!closed.await(RESTART_PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        Thread.currentThread().setContextClassLoader(HazelcastGrid.class.getClassLoader());
        try {
            var settings = HazelcastSettings.of(config, self, seal, listeners::tell);
            new CallServer(self.id(), seal, handlers).join(settings);
            member = Optional.of(Hazelcast.newHazelcastInstance(settings));
            failure = "";
            listeners.tell();
        } catch (RuntimeException | LinkageError e) {
            failure = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getName());
            LOG.warn("the grid member does not start: {}", failure);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        starter.interrupt();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        member.ifPresent(HazelcastInstance::shutdown);
        listeners.close();
    }
}
