package org.polyonym.gateway.internal.record;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.polyonym.access.Caller;
import org.polyonym.store.ClaimedTask;
import org.polyonym.store.Outbox;
import org.polyonym.store.Task;
import org.polyonym.store.TaskState;
import org.polyonym.store.TaskStatus;
import org.polyonym.store.UnitOfWork;

/** Subjects that still have work to do. */
final class MemoryOutbox implements Outbox {
    final Set<String> busy = ConcurrentHashMap.newKeySet();
    volatile Duration longestWait = Duration.ZERO;

    @Override
    public boolean awaitIdle(String subject, Duration limit) {
        longestWait = limit.compareTo(longestWait) > 0 ? limit : longestWait;
        return !busy.contains(subject);
    }

    @Override
    public Task enqueue(UnitOfWork uow, String queue, String subject, long subjectVersion, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ClaimedTask> claim(Collection<String> queues, String worker, Duration lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void complete(UnitOfWork uow, ClaimedTask task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void giveBack(ClaimedTask task, String errorCode, Duration delay) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void release(ClaimedTask task, Duration delay) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TaskStatus> ofSubject(String subject) {
        return List.of();
    }

    @Override
    public Map<String, Map<TaskState, Long>> depth() {
        return Map.of();
    }

    @Override
    public AutoCloseable onEnqueued(Runnable wakeUp) {
        return () -> {};
    }
}
