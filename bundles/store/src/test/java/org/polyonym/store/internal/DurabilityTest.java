package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store refuses to start where a commit would not be on disk. */
class DurabilityTest {
    private static final int MANY = 100;

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
    void readsOnlyTheTermsThatAreLookedUpHoweverManyThereAre() {
        try (SqlStore store = SqlStore.open(StoreConfig.memory())) {
            for (int number = 0; number < MANY; number++) {
                int each = number;
                store.transactions()
                        .inTransaction(uow -> store.documents()
                                .put(
                                        uow,
                                        KilledWriter.TYPE,
                                        "d" + each,
                                        0,
                                        new KilledWriter.Entry(0, each),
                                        List.of(KilledWriter.term(0, each))));
            }
            SqlTransactions transactions = (SqlTransactions) store.transactions();
            String plan = transactions
                    .read(jdbc -> jdbc.query(
                            "EXPLAIN ANALYZE " + SqlDocuments.FOUND,
                            row -> row.getString(1),
                            (Object) new String[] {"killed|entry|r0-1", "killed|entry|r0-2", "a", "b"},
                            "",
                            MANY,
                            KilledWriter.TYPE.collection()))
                    .getFirst();
            assertThat(plan).contains("TERM_LOOKUP");
            assertThat(scanned(plan)).isNotEmpty().allMatch(rows -> rows < MANY / 4);
        }
    }

    private static List<Integer> scanned(String plan) {
        return Pattern.compile("scanCount: (\\d+)")
                .matcher(plan)
                .results()
                .map(result -> Integer.valueOf(result.group(1)))
                .toList();
    }
}
