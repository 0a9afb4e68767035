package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store refuses to start where a commit would not be on disk. */
class DurabilityTest {
    @TempDir
    Path folder;

    private static StoreConfig config(String url, boolean allowReset) {
        return new StoreConfig(url, "polyonym", "", 2, allowReset);
    }

    private void refuses(String url) {
        assertThatThrownBy(() -> SqlStore.open(config(url, false)).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("jdbc:h2:dsync:");
    }

    @Test
    void refusesAFileWithoutSynchronousWrites() {
        refuses("jdbc:h2:" + folder.resolve("plain") + ";WRITE_DELAY=0");
    }

    @Test
    void refusesAVolatileStoreOutsideTests() {
        refuses("jdbc:h2:mem:x");
    }

    @Test
    void refusesDelayedWrites() {
        String url = "jdbc:h2:dsync:" + folder.resolve("delayed");
        assertThatThrownBy(() -> SqlStore.open(config(url, false)).close()).hasMessageContaining("WRITE_DELAY=0");
    }

    @Test
    void startsWithTheDefaultsAndThenOffersNoReset() {
        StoreConfig defaults = StoreSettings.read(Map.of(), folder.toString());
        try (SqlStore store = SqlStore.open(defaults)) {
            assertThat(store.reset()).isEmpty();
        }
        assertThat(folder.resolve("store").resolve("polyonym.mv.db")).exists();
    }

    @Test
    void keepsThePasswordOutOfItsDescription() {
        assertThat(config("jdbc:postgresql://db/x?password=secret", false).toString())
                .doesNotContain("secret");
    }

    @Test
    void searchesByTermThroughTheIndex() {
        try (SqlStore store = SqlStore.open(StoreConfig.memory())) {
            SqlTransactions transactions = (SqlTransactions) store.transactions();
            List<String> plan = transactions.read(jdbc -> jdbc.query(
                    "EXPLAIN SELECT DISTINCT t.id FROM term t WHERE t.lookup = ANY(?)",
                    row -> row.getString(1),
                    (Object) new String[] {"a", "b"}));
            assertThat(plan.getFirst()).contains("TERM_LOOKUP").doesNotContain("tableScan");
        }
    }
}
