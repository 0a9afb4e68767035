package org.polyonym.sbms.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.polyonym.store.Documents;

/** A store in which somebody else commits once, after the follower has read some shards. All else is passed on. */
final class InterruptedStore {
    private final Documents store;
    private final Runnable commit;
    private final int atRead;
    private int reads;
    private int rounds;

    /** Commits when the follower makes that read of a shard. */
    InterruptedStore(Documents store, int atRead, Runnable commit) {
        this.store = store;
        this.atRead = atRead;
        this.commit = commit;
    }

    Documents documents() {
        return (Documents) Proxy.newProxyInstance(
                Documents.class.getClassLoader(),
                new Class<?>[] {Documents.class},
                (proxy, method, arguments) -> pass(method, arguments));
    }

    /** How often the follower asked for the shard versions. */
    int rounds() {
        return rounds;
    }

    private Object pass(Method method, Object[] arguments) throws Throwable {
        rounds += method.getName().equals("shardVersions") ? 1 : 0;
        try {
            Object answer = method.invoke(store, arguments);
            if (method.getName().equals("changes") && ++reads == atRead) {
                commit.run();
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
