package org.polyonym.store;

/**
 * Runs work in one transaction. Serialisation failures and deadlocks are retried a limited number of times, so the work
 * must have no effect outside the transaction. When it returns, everything is on disk.
 */
public interface Transactions {
    /** Work in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        /** Does the work; any exception rolls everything back. */
        T run(UnitOfWork unitOfWork);
    }

    /**
     * Runs and commits.
     *
     * @throws org.polyonym.problem.ProblemException STORE_UNAVAILABLE, VERSION_CONFLICT
     */
    <T> T inTransaction(Work<T> work);

    /** Whether commits are written one after another, so that it pays to commit small pieces of work together. */
    default boolean oneAtATime() {
        return false;
    }
}
