package org.polyonym.audit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * Commits what comes in at the same time together (group commit, Gray and Reuter 1993): who comes while a commit is written
 * waits for the next, and the first of those who wait commits for all. Alone, one waits for nobody. Thread-safe.
 *
 * @param <T> what is committed
 */
final class GroupCommit<T> {
    /** Most that are committed together. */
    static final int MOST = 64;

    private final Consumer<List<T>> commit;
    private final Queue<Waiting<T>> queue = new ConcurrentLinkedQueue<>();
    private final Lock turn = new ReentrantLock();

    /** One who waits; changed by whose turn it is only. */
    private static final class Waiting<T> {
        private final T value;
        private boolean over;
        private Optional<RuntimeException> failure = Optional.empty();

        Waiting(T value) {
            this.value = value;
        }
    }

    /** Commits by what is given, all of a list or nothing. */
    GroupCommit(Consumer<List<T>> commit) {
        this.commit = commit;
    }

    /** Returns when the value is committed; throws what its commit threw. */
    void add(T value) {
        Waiting<T> own = new Waiting<>(value);
        queue.add(own);
        turn.lock();
        try {
            while (!own.over) {
                commitNext();
            }
        } finally {
            turn.unlock();
        }
        if (own.failure.isPresent()) {
            afterFailure(own);
        }
    }

    /** How many wait for the next commit. */
    int waiting() {
        return queue.size();
    }

    private void commitNext() {
        List<Waiting<T>> group = next();
        Optional<RuntimeException> failure = Optional.of(new IllegalStateException("the commit was broken off"));
        try {
            commit.accept(group.stream().map(each -> each.value).toList());
            failure = Optional.empty();
        } catch (RuntimeException e) {
            boolean everybodys =
                    group.size() == 1 || isAway(e) && !Thread.currentThread().isInterrupted();
            failure = Optional.of(everybodys ? e : new OfTheGroup());
        } finally {
            for (Waiting<T> each : group) {
                each.over = true;
                each.failure = failure;
            }
        }
    }

    private List<Waiting<T>> next() {
        List<Waiting<T>> group = new ArrayList<>();
        while (group.size() < MOST && !queue.isEmpty()) {
            group.add(queue.remove());
        }
        return group;
    }

    /** Another one's value, or an interruption of the one who committed for all, is nobody else's fault: each for itself. */
    private void afterFailure(Waiting<T> own) {
        RuntimeException failure = own.failure.orElseThrow();
        if (!(failure instanceof OfTheGroup)) {
            throw failure;
        }
        commit.accept(List.of(own.value));
    }

    private static boolean isAway(RuntimeException e) {
        return e instanceof ProblemException problem && problem.type() == ProblemType.STORE_UNAVAILABLE;
    }

    /** The group failed, for the reason of one of it. */
    private static final class OfTheGroup extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OfTheGroup() {
            super("the group failed", null, false, false);
        }
    }
}
