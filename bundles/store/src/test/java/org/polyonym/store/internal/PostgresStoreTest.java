package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.polyonym.store.DocumentType;

/** The contract on a real PostgreSQL server. */
class PostgresStoreTest {
    private static StoreConfig database;

    @BeforeAll
    static void needsAServer() {
        if (PostgresServer.shared().isEmpty()) {
            System.out.println("NOT RUN: postgresql");
        }
        assumeTrue(PostgresServer.shared().isPresent(), "NOT RUN: postgresql");
        database = PostgresServer.shared().orElseThrow().newDatabase();
    }

    @Nested
    class OnPostgresDocuments extends StoreContract {
        @Override
        StoreConfig config() {
            return database;
        }
    }

    @Nested
    class OnPostgresOutbox extends OutboxContract {
        @Override
        StoreConfig config() {
            return database;
        }
    }

    @Nested
    class OnPostgresConcurrency extends ConcurrencyContract {
        @Override
        StoreConfig config() {
            return database;
        }
    }

    @Test
    void keepsWhatWasAcknowledgedWhenTheServerCrashesAndServesAgainByItself() {
        DocumentType<StoreContract.Sample> type = new DocumentType<>("crash", StoreContract.Sample.class);
        try (SqlStore store = SqlStore.open(database)) {
            store.transactions()
                    .inTransaction(uow -> store.documents()
                            .put(uow, type, "a", 0, new StoreContract.Sample(StoreContract.REF, "x"), List.of()));
            PostgresServer.shared().orElseThrow().crashAndRestart();
            assertThat(store.documents().get(type, "a")).isPresent();
        }
    }

    @Test
    void hasTheServerEndTheTransactionOfANodeThatHangs() {
        try (SqlStore store = SqlStore.open(database)) {
            String limit = store.transactions()
                    .inTransaction(uow -> SqlUnitOfWork.of(uow)
                            .run(jdbc -> jdbc.query(
                                    "SELECT setting FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout'",
                                    row -> row.getString(1))))
                    .getFirst();
            assertThat(limit).isEqualTo(Long.toString(Database.IDLE_TIMEOUT.toMillis()));
        }
    }
}
