package org.polyonym.gateway.internal.record;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.polyonym.store.Outbox;

/** Subjects that still have work to do; whatever else the contract has is not called. */
final class MemoryOutbox {
    final Set<String> busy = ConcurrentHashMap.newKeySet();
    volatile Duration longestWait = Duration.ZERO;

    Outbox outbox() {
        return (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("awaitIdle")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return awaitIdle((String) arguments[0], (Duration) arguments[1]);
                });
    }

    private boolean awaitIdle(String subject, Duration limit) {
        longestWait = limit.compareTo(longestWait) > 0 ? limit : longestWait;
        return !busy.contains(subject);
    }
}
