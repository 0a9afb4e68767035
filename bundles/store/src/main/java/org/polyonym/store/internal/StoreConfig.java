package org.polyonym.store.internal;

import java.util.UUID;

/**
 * Where the store lies.
 *
 * @param url JDBC address, {@code jdbc:h2:dsync:...} or {@code jdbc:postgresql:...}
 * @param user database user
 * @param password its password
 * @param poolSize connections, 2 to {@value #MAX_POOL}
 * @param allowReset whether the store may be emptied at once; only demonstration and test say so
 */
public record StoreConfig(String url, String user, String password, int poolSize, boolean allowReset) {
    /** Connections when nothing is configured. */
    public static final int DEFAULT_POOL = 10;
    /** More connections than this only queue inside the database. */
    public static final int MAX_POOL = 100;

    /** Checks the range. */
    public StoreConfig {
        if (poolSize < 2 || poolSize > MAX_POOL) {
            throw new IllegalArgumentException("poolSize must be 2 to " + MAX_POOL);
        }
    }

    /** An empty volatile store of its own, for tests of other components. */
    public static StoreConfig memory() {
        return new StoreConfig("jdbc:h2:mem:" + UUID.randomUUID(), "polyonym", "", DEFAULT_POOL, true);
    }

    @Override
    public String toString() {
        return "StoreConfig[" + url.replaceAll("[?;].*", "") + "]";
    }
}
