package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polyonym.model.Image;
import org.polyonym.model.OriginRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Change;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.ShardState;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;
import org.polyonym.store.UnitOfWork;

/** What every database must do, in the words of the contract. */
abstract class StoreContract {
    record Sample(OriginRef ref, String text) {}

    static final OriginRef REF = OriginRef.of("SIS/a-1");

    SqlStore store;
    Transactions transactions;
    Documents documents;
    /** A collection of its own for every test. */
    DocumentType<Sample> type;

    abstract StoreConfig config() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = SqlStore.open(config());
        transactions = store.transactions();
        documents = store.documents();
        type = new DocumentType<>("test-" + UUID.randomUUID(), Sample.class);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    static void assertProblem(ProblemType expected, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(expected));
    }

    long put(String id, long version, String text, SearchTerm... terms) {
        return transactions.inTransaction(uow -> put(uow, id, version, text, terms));
    }

    long put(UnitOfWork uow, String id, long version, String text, SearchTerm... terms) {
        return documents.put(uow, type, id, version, new Sample(REF, text), List.of(terms));
    }

    boolean delete(String id) {
        return transactions.inTransaction(uow -> documents.delete(uow, type, id));
    }

    List<String> ids(List<Stored<Sample>> found) {
        return found.stream().map(Stored::id).toList();
    }

    @Test
    void readsBackWhatWasWritten() {
        assertThat(put("a", 0, "one")).isEqualTo(1);
        assertThat(put("a", 1, "two \u0000 \ud83d\ude00")).isEqualTo(2);
        assertThat(documents.get(type, "a")).contains(new Stored<>("a", 2, new Sample(REF, "two \u0000 \ud83d\ude00")));
        assertThat(documents.get(type, "b")).isEmpty();
    }

    @Test
    void seesItsOwnWritesInsideTheTransactionAndNobodyElseDoes() {
        transactions.inTransaction(uow -> {
            put(uow, "a", 0, "one", SearchTerm.of("key", "k"));
            assertThat(documents.get(uow, type, "a")).isPresent();
            assertThat(documents.find(uow, type, List.of(SearchTerm.of("key", "k")), 10))
                    .hasSize(1);
            assertThat(documents.get(type, "a")).isEmpty();
            assertThat(documents.find(type, List.of(SearchTerm.of("key", "k")), 10))
                    .isEmpty();
            return null;
        });
        assertThat(documents.get(type, "a")).isPresent();
    }

    @Test
    void leavesNothingBehindWhenTheWorkFails() {
        String subject = type.collection();
        assertThatThrownBy(() -> transactions.inTransaction(uow -> {
                    put(uow, "a", 0, "one", SearchTerm.of("key", "k"));
                    store.images().put(uow, subject + "/a", Image.ofBytes(new byte[] {1}));
                    store.outbox().enqueue(uow, "q", subject, 1, OutboxContract.CALLER);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(documents.get(type, "a")).isEmpty();
        assertThat(documents.find(type, List.of(SearchTerm.of("key", "k")), 10)).isEmpty();
        assertThat(documents.shardVersions(type)).isEmpty();
        assertThat(store.images().get(subject + "/a")).isEmpty();
        assertThat(store.outbox().ofSubject(subject)).isEmpty();
    }

    @Test
    void refusesAVersionThatIsNotTheStoredOne() {
        put("a", 0, "one");
        assertProblem(ProblemType.VERSION_CONFLICT, () -> put("a", 0, "again"));
        assertProblem(ProblemType.VERSION_CONFLICT, () -> put("a", 2, "ahead"));
        assertProblem(ProblemType.VERSION_CONFLICT, () -> put("b", 1, "absent"));
        assertThat(documents.get(type, "a").orElseThrow().value().text()).isEqualTo("one");
    }

    @Test
    void neverCommitsPastARefusalThatTheWorkSwallowed() {
        put("a", 0, "one");
        assertProblem(
                ProblemType.VERSION_CONFLICT,
                () -> transactions.inTransaction(uow -> {
                    put(uow, "b", 0, "half");
                    try {
                        put(uow, "a", 7, "stale");
                    } catch (ProblemException e) {
                        return "swallowed";
                    }
                    return "done";
                }));
        assertThat(documents.get(type, "b")).isEmpty();
    }

    @Test
    void neverAcceptsAnOldVersionForADocumentThatWasDeletedAndMadeAnew() {
        put("a", 0, "one");
        assertThat(delete("a")).isTrue();
        assertThat(delete("a")).isFalse();
        assertProblem(ProblemType.VERSION_CONFLICT, () -> put("a", 1, "stale"));
        long version = put("a", 0, "new");
        assertThat(version).isGreaterThan(1);
        assertProblem(ProblemType.VERSION_CONFLICT, () -> put("a", 1, "stale"));
        assertThat(put("a", version, "newer")).isEqualTo(version + 1);
    }

    @Test
    void findsByAnyTermInOrderOfIdWithoutDoubles() {
        put("c", 0, "x", SearchTerm.of("key", "k1"), SearchTerm.of("key", "k2"), SearchTerm.of("key", "k2"));
        put("a", 0, "x", SearchTerm.of("key", "k2"));
        put("b", 0, "x", SearchTerm.of("other", "k1"));
        List<SearchTerm> any = List.of(SearchTerm.of("key", "k1"), SearchTerm.of("key", "k2"));
        assertThat(ids(documents.find(type, any, 10))).containsExactly("a", "c");
        assertThat(ids(documents.find(type, any, 1))).containsExactly("a");
        assertThat(ids(documents.find(type, any, "a", 10))).containsExactly("c");
        assertThat(documents.find(type, List.of(), 10)).isEmpty();
    }

    @Test
    void replacesTheTermsWithEveryWriteAndDropsThemWithTheDocument() {
        List<SearchTerm> old = List.of(SearchTerm.unique("pair", "p"));
        put("a", 0, "x", SearchTerm.unique("pair", "p"));
        put("a", 1, "x", SearchTerm.of("pair", "q"));
        assertThat(documents.find(type, old, 10)).isEmpty();
        put("b", 0, "x", SearchTerm.unique("pair", "p"));
        delete("b");
        assertThat(documents.find(type, old, 10)).isEmpty();
        put("c", 0, "x", SearchTerm.unique("pair", "p"));
        assertThat(ids(documents.find(type, old, 10))).containsExactly("c");
    }

    @Test
    void refusesASecondDocumentWithAUniqueTermOnlyInsideItsCollection() {
        put("a", 0, "x", SearchTerm.unique("pair", "p"));
        assertProblem(ProblemType.VERSION_CONFLICT, () -> put("b", 0, "x", SearchTerm.unique("pair", "p")));
        assertThat(documents.get(type, "b")).isEmpty();
        type = new DocumentType<>("other-" + type.collection(), Sample.class);
        assertThat(put("b", 0, "x", SearchTerm.unique("pair", "p"))).isEqualTo(1);
    }

    @Test
    void refusesTermsAndIdsBeyondTheirLimits() {
        String tooLong = "x".repeat(Terms.MAX_VALUE + 1);
        assertProblem(ProblemType.INVALID_VALUE, () -> put("a", 0, "x", SearchTerm.of("key", tooLong)));
        assertProblem(ProblemType.INVALID_VALUE, () -> put("a", 0, "x", SearchTerm.of("key", "nul\u0000")));
        assertProblem(ProblemType.INVALID_VALUE, () -> put("x".repeat(SqlDocuments.MAX_ID + 1), 0, "x"));
        assertProblem(ProblemType.INVALID_VALUE, () -> put("a", 0, "x".repeat(Bodies.MAX_BODY)));
        String longest = "x".repeat(Terms.MAX_VALUE);
        assertThat(put("i".repeat(SqlDocuments.MAX_ID), 0, "x", SearchTerm.of("key", longest)))
                .isEqualTo(1);
    }

    @Test
    void pagesLiveDocumentsInOrderOfId() {
        for (String id : List.of("b", "B", "a", "_", "c")) {
            put(id, 0, id);
        }
        delete("a");
        assertThat(ids(documents.page(type, "", 10))).containsExactly("B", "_", "b", "c");
        assertThat(ids(documents.page(type, "_", 1))).containsExactly("b");
        assertThat(documents.count(type)).isEqualTo(4);
    }

    @Test
    void numbersTheChangesOfAShardWithoutGapsAndShowsDeletions() {
        put("a", 0, "one");
        put("a", 1, "two");
        delete("a");
        int shard = documents.shardVersions(type).keySet().iterator().next();
        assertThat(documents.shardVersions(type)).containsExactly(java.util.Map.entry(shard, 3L));
        assertThat(documents.changes(type, shard, 0, 10)).containsExactly(new Change<>("a", 3, Optional.empty()));
        put("a", 0, "three");
        assertThat(documents.changes(type, shard, 3, 10))
                .containsExactly(new Change<>("a", 4, Optional.of(new Sample(REF, "three"))));
        assertThat(documents.changes(type, shard, 4, 10)).isEmpty();
    }

    @Test
    void keepsImagesApartAndDeletesThemByPrefix() {
        String base = type.collection();
        byte[] large = new byte[3_000_000];
        large[2_999_999] = 7;
        transactions.inTransaction(uow -> {
            store.images().put(uow, base + "/r1/s1", Image.ofBytes(large));
            store.images().put(uow, base + "/r1/s2", Image.ofBytes(new byte[] {2}));
            store.images().put(uow, base + "/r10/s1", Image.ofBytes(new byte[] {3}));
            store.images().put(uow, base + "/r_/s1", Image.ofBytes(new byte[] {4}));
            return null;
        });
        assertThat(store.images().get(base + "/r1/s1")).contains(Image.ofBytes(large));
        assertProblem(
                ProblemType.VERSION_CONFLICT,
                () -> transactions.inTransaction(uow -> {
                    store.images().put(uow, base + "/r1/s1", Image.ofBytes(new byte[] {9}));
                    return null;
                }));
        transactions.inTransaction(uow -> {
            store.images().deleteByPrefix(uow, base + "/r1/");
            store.images().deleteByPrefix(uow, base + "/r%/");
            return null;
        });
        assertThat(store.images().get(base + "/r1/s1")).isEmpty();
        assertThat(store.images().get(base + "/r10/s1")).isPresent();
        assertThat(store.images().get(base + "/r_/s1")).isPresent();
    }

    @Test
    void emptiesEverythingWhileFollowersSeeTheDeletions() {
        put("a", 0, "one", SearchTerm.unique("pair", "p"));
        int shard = documents.shardVersions(type).keySet().iterator().next();
        store.reset().orElseThrow().eraseEverything();
        assertThat(documents.count(type)).isZero();
        assertThat(documents.changes(type, shard, 1, 10)).containsExactly(new Change<>("a", 2, Optional.empty()));
        put("b", 0, "x", SearchTerm.unique("pair", "p"));
        assertThat(store.outbox().depth()).isEmpty();
    }

    @Test
    void refusesAUnitOfWorkOutsideItsTransaction() {
        UnitOfWork over = transactions.inTransaction(uow -> uow);
        assertThatThrownBy(() -> put(over, "a", 0, "late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsColumnValuesOutOfEveryErrorText() {
        put("a", 0, "x", SearchTerm.unique("key", "SELMANI"));
        assertThatThrownBy(() -> put("b", 0, "x", SearchTerm.unique("key", "SELMANI")))
                .satisfies(e -> assertThat(
                                e + " " + e.getCause() + " " + e.getCause().getCause())
                        .doesNotContain("SELMANI"));
    }

    @Test
    void keepsDocumentsThatAreNamedTogetherInOneShard() {
        for (int i = 0; i < 40; i++) {
            put("person-1/" + i, 0, "x");
        }
        assertThat(documents.shardStates(type)).hasSize(1);
        put("person-2/1", 0, "x");
        put("person-3/1", 0, "x");
        put("alone", 0, "x");
        assertThat(documents.shardStates(type).size()).isBetween(2, 4);
        assertThat(DocumentWrites.shard("person-1")).isEqualTo(DocumentWrites.shard("person-1/7"));
    }

    @Test
    void countsTheLiveDocumentsOfEachShardAtItsVersion() {
        put("a/1", 0, "x");
        put("a/2", 0, "x");
        put("a/1", 1, "y");
        transactions.inTransaction(uow -> documents.delete(uow, type, "a/2"));
        assertThat(documents.shardStates(type))
                .containsExactly(Map.entry(DocumentWrites.shard("a"), new ShardState(4, 1)));
        transactions.inTransaction(uow -> documents.delete(uow, type, "a/1"));
        assertThat(documents.shardStates(type))
                .containsExactly(Map.entry(DocumentWrites.shard("a"), new ShardState(5, 0)));
    }

    @Test
    void namesCollectionsByTheirBeginning() {
        put("a", 0, "x");
        assertThat(documents.collections(type.collection().substring(0, 20))).containsExactly(type.collection());
        assertThat(documents.collections("test-")).contains(type.collection()).isSorted();
        assertThat(documents.collections("nothing-begins-so")).isEmpty();
    }

    @Test
    void movesDocumentsOfAnOlderStoreToTheShardTheyBelongTo() throws Exception {
        for (int i = 0; i < 5; i++) {
            put("person-1/" + i, 0, "x" + i);
        }
        transactions.inTransaction(uow -> documents.delete(uow, type, "person-1/4"));
        int shard = DocumentWrites.shard("person-1");
        transactions.inTransaction(uow -> SqlUnitOfWork.of(uow).run(jdbc -> {
            jdbc.update("DELETE FROM shard WHERE collection = ?", type.collection());
            return jdbc.update(
                    "UPDATE document SET shard = CAST(RIGHT(id, 1) AS INTEGER), shard_version = 1 WHERE collection = ?",
                    type.collection());
        }));
        try (Connection connection = store.connection()) {
            V2__Documents_named_together_lie_together.move(connection);
        }
        assertThat(documents.shardStates(type)).containsExactly(Map.entry(shard, new ShardState(5, 4)));
        List<Change<Sample>> changes = documents.changes(type, shard, 0, 100);
        assertThat(changes).extracting(Change::shardVersion).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(changes).extracting(Change::id).contains("person-1/0", "person-1/4");
        put("person-1/0", 1, "again");
        assertThat(documents.shardStates(type).get(shard)).isEqualTo(new ShardState(6, 4));
    }
}
