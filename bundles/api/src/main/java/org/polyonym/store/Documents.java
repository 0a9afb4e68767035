package org.polyonym.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Versioned documents with search terms. Every write bumps the counter of the document's shard ({@value #SHARDS} per
 * collection) in the same transaction, so that derived structures can follow without gaps. The shard follows from the part of
 * the id before its first {@code /}, the whole id if it has none: documents that belong together, like the templates of one
 * record, are named {@code together/each} and lie in one shard. Thread-safe.
 */
public interface Documents {
    /** Shards per collection. */
    int SHARDS = 64;

    /** Largest number of documents that one call returns. */
    int MAX_RESULTS = 1_000;

    /** Collections that keep a follower's position in the change feed begin with this; a reset leaves them alone. */
    String FOLLOWER_PREFIX = "follower-";

    /** A new id, unique everywhere; of two made on this node the later sorts after the earlier. */
    String newId();

    /**
     * Writes a document and replaces its search terms.
     *
     * @param expectedVersion 0 to create, else the version that the caller read
     * @return the new version
     * @throws org.polyonym.problem.ProblemException VERSION_CONFLICT when the version or a unique term is taken
     */
    <T> long put(
            UnitOfWork uow,
            DocumentType<T> type,
            String id,
            long expectedVersion,
            T value,
            Collection<SearchTerm> terms);

    /** Deletes a document, its terms included; leaves only the shard entry. Returns whether it was there. */
    boolean delete(UnitOfWork uow, DocumentType<?> type, String id);

    /** Reads inside a transaction, seeing its own writes. */
    <T> Optional<Stored<T>> get(UnitOfWork uow, DocumentType<T> type, String id);

    /** Reads what is committed. */
    <T> Optional<Stored<T>> get(DocumentType<T> type, String id);

    /** Documents that carry any of the terms, in order of id, without doubles; at most {@code limit}. */
    <T> List<Stored<T>> find(UnitOfWork uow, DocumentType<T> type, Collection<SearchTerm> anyOf, int limit);

    /** The same outside a transaction. */
    <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, int limit);

    /** The same after an id, to read on where {@link #MAX_RESULTS} ended; empty string starts at the first. */
    <T> List<Stored<T>> find(DocumentType<T> type, Collection<SearchTerm> anyOf, String afterId, int limit);

    /** Documents after an id in order of id; empty string starts at the first. */
    <T> List<Stored<T>> page(DocumentType<T> type, String afterId, int limit);

    /** How many live documents the collection has. */
    long count(DocumentType<?> type);

    /** The counters of all shards of a collection that have any entry: shard number to version. */
    Map<Integer, Long> shardVersions(DocumentType<?> type);

    /**
     * Version and number of live documents of each shard that has any entry, as they were at one and the same moment: at its
     * version a shard has exactly that many.
     */
    Map<Integer, ShardState> shardStates(DocumentType<?> type);

    /** Names of the collections that begin so and have any entry, in order. */
    List<String> collections(String prefix);

    /** Changes of a shard after a version in order; of several changes to one document only the last may be given. */
    <T> List<Change<T>> changes(DocumentType<T> type, int shard, long afterVersion, int limit);
}
