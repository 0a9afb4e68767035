package org.polyonym.store.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database as it is shipped: a file, synchronous. */
class H2StoreTest {
    @TempDir
    static Path folder;

    static StoreConfig file() {
        return new StoreConfig(
                "jdbc:h2:dsync:" + folder.resolve("store") + ";WRITE_DELAY=0",
                "polyonym",
                "",
                StoreConfig.DEFAULT_POOL,
                true);
    }

    @Nested
    class OnH2Documents extends StoreContract {
        @Override
        StoreConfig config() {
            return file();
        }
    }

    @Nested
    class OnH2Outbox extends OutboxContract {
        @Override
        StoreConfig config() {
            return file();
        }
    }

    @Nested
    class OnH2Concurrency extends ConcurrencyContract {
        @Override
        StoreConfig config() {
            return file();
        }
    }
}
