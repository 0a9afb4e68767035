package org.polyonym.registry;

import java.util.Optional;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.store.UnitOfWork;

/**
 * Something derived that must be written in the same transaction as the record (CIR). Registered as a service; which
 * projections a platform needs before it accepts writes is configuration of the mode.
 */
public interface RecordProjection {
    /** A record was entered or changed. */
    void written(UnitOfWork uow, Optional<OriginRecord> before, OriginRecord after);

    /** A record was erased. */
    void erased(UnitOfWork uow, OriginRecord before);

    /** The records of a group are now held to be one person by their own system. */
    void grouped(UnitOfWork uow, IdentityGroup group);
}
