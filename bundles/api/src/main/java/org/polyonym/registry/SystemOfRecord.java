package org.polyonym.registry;

import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.Image;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;

/**
 * One system's records. Every write is one transaction: record, templates, projections, outbox task, audit entry. One
 * service per system with the service property {@code system}; it may be replaced while in use.
 */
public interface SystemOfRecord {
    /** Which system. */
    SystemId system();

    /** Enters a record; detection follows asynchronously. */
    Registration register(Caller caller, Submission submission);

    /** Replaces the data of a record; {@code expectedVersion} as read. */
    Registration amend(Caller caller, String recordId, long expectedVersion, Submission submission);

    /** Erases a record with everything derived from it. */
    void erase(Caller caller, String recordId, String reason);

    /** A record that the caller's profile may see, already cut to the caller's data categories. */
    Optional<OriginRecord> read(Caller caller, String recordId);

    /** An image of a record, if the caller's profile has the category BIOMETRIC for this system. */
    Optional<Image> readImage(Caller caller, String recordId, String sampleId);

    /** The identity group that holds the record; a record without duplicates is a group of one. */
    Optional<IdentityGroup> groupOf(String recordId);
}
