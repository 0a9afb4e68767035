package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.store.DocumentType;

/**
 * What a process killed between two commits leaves behind is the file as it is at that moment: a copy of it, opened like
 * any store, must hold every commit that was acknowledged. Far more moments than real kills can try ({@link KillTest}).
 */
class EveryCommitInTheFileTest {
    private static final int OPENINGS = 100;
    private static final int MOST_COMMITS_PER_OPENING = 25;
    private static final int LONGEST_TEXT = 600;
    private static final DocumentType<String> TYPE = new DocumentType<>("copied", String.class);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("polyonym.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private static StoreConfig at(Path file) {
        return new StoreConfig("jdbc:h2:dsync:" + file + ";WRITE_DELAY=0", "polyonym", "", 2, true);
    }

    @Test
    void findsEveryAcknowledgedCommitInACopyOfTheFile() throws Exception {
        int number = 0;
        for (int opening = 0; opening < OPENINGS; opening++) {
            try (SqlStore store = SqlStore.open(at(folder.resolve("store")))) {
                for (int left = 1 + random.nextInt(MOST_COMMITS_PER_OPENING); left > 0; left--) {
                    write(store, ++number);
                    assertThat(lastInACopy())
                            .as("opening %d, commit %d, seed %d", opening, number, seed)
                            .isEqualTo(number);
                }
            }
        }
    }

    private void write(SqlStore store, int number) {
        String text = "x".repeat(random.nextInt(LONGEST_TEXT));
        store.transactions()
                .inTransaction(uow -> store.documents().put(uow, TYPE, Integer.toString(number), 0, text, List.of()));
    }

    /** The ids are consecutive, so their number is the last. */
    private long lastInACopy() throws IOException, SQLException {
        Files.copy(folder.resolve("store.mv.db"), folder.resolve("copy.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        JdbcDataSource copy = new JdbcDataSource();
        copy.setURL("jdbc:h2:" + folder.resolve("copy") + ";ACCESS_MODE_DATA=r");
        copy.setUser("polyonym");
        try (Connection connection = copy.getConnection();
                ResultSet count = connection.createStatement().executeQuery("SELECT COUNT(*) FROM document")) {
            count.next();
            return count.getLong(1);
        }
    }
}
