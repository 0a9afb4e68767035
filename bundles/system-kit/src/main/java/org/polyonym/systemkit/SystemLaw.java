package org.polyonym.systemkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.registry.Submission;
import org.polyonym.sbms.Candidate;
import org.polyonym.store.Task;
import org.polyonym.store.UnitOfWork;

/** What the legal act of one system adds to what all systems share. Thread-safe; every default adds nothing. */
public interface SystemLaw {
    /** The system. */
    SystemId system();

    /** Category of data that the system's attributes are. */
    default DataCategory attributesAre() {
        return DataCategory.BUSINESS;
    }

    /**
     * Checks beyond the rule tables before anything is written, outside the transaction of the entry.
     *
     * @param before the record to be changed, empty for a new one
     * @return soft warnings
     * @throws org.polyonym.problem.ProblemException to refuse
     */
    default List<String> checkEntry(Caller caller, Optional<OriginRecord> before, Submission submission) {
        return List.of();
    }

    /** Refuses an erasure that the law does not allow. */
    default void checkErasure(Caller caller, OriginRecord record, String reason) {}

    /** Whether this caller may learn that the record exists. */
    default boolean visible(Caller caller, OriginRecord record) {
        return true;
    }

    /** Attributes that this caller may be given, where its profile shows {@link #attributesAre()} at all. */
    default Map<String, String> attributes(Caller caller, OriginRecord record) {
        return record.attributes();
    }

    /**
     * The system's own comparison of a record with its other records, by its own rule (IO 27(5)).
     *
     * @return candidates; those with outcome SAME are one person for the system
     */
    default List<Candidate> duplicates(Caller caller, OriginRecord record) {
        return List.of();
    }

    /** Tells whom the system's law wants told of the outcome, in the transaction that stores it. */
    default void conclude(UnitOfWork uow, Task task, OriginRecord record, List<Candidate> candidates) {}
}
