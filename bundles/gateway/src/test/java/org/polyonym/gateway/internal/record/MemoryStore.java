package org.polyonym.gateway.internal.record;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.TreeMap;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Documents;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;
import org.polyonym.store.UnitOfWork;

/** As much of the store as idempotency keys need; whatever else the contract has is not called. */
final class MemoryStore implements Transactions {
    private final TreeMap<String, Stored<Object>> stored = new TreeMap<>();
    /** Between the reading of a document and its change somebody else changes it. */
    boolean changesMeanwhile;

    @Override
    public <T> T inTransaction(Work<T> work) {
        return work.run(new UnitOfWork() {});
    }

    int size() {
        return stored.size();
    }

    Documents documents() {
        return (Documents) Proxy.newProxyInstance(
                Documents.class.getClassLoader(),
                new Class<?>[] {Documents.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "put" -> put((String) arguments[2], (Long) arguments[3], arguments[4]);
                    case "get" -> Optional.ofNullable(stored.get((String) arguments[arguments.length - 1]));
                    case "delete" -> stored.remove((String) arguments[2]) != null;
                    case "page" ->
                        stored.tailMap((String) arguments[1], false).values().stream()
                                .limit((Integer) arguments[2])
                                .toList();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private long put(String id, long expected, Object value) {
        long current = stored.containsKey(id) ? stored.get(id).version() : 0;
        if (current != expected || changesMeanwhile && expected > 0) {
            throw ProblemException.of(ProblemType.VERSION_CONFLICT, "version " + current);
        }
        stored.put(id, new Stored<>(id, current + 1, value));
        return current + 1;
    }
}
