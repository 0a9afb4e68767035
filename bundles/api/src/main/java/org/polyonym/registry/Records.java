package org.polyonym.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.store.UnitOfWork;

/**
 * Reading of records across systems by components that have passed access control themselves (CIR, MID, portal).
 * Implemented once over the store. Thread-safe.
 */
public interface Records {
    /** A record. */
    Optional<OriginRecord> find(OriginRef ref);

    /** A record inside a transaction. */
    Optional<OriginRecord> find(UnitOfWork uow, OriginRef ref);

    /** The identity group of a record. */
    Optional<IdentityGroup> groupOf(OriginRef ref);

    /** Members of a group. */
    Optional<IdentityGroup> group(GroupRef ref);

    /** Records of the systems whose identity data or documents fit the query, exact or within one edit, best first. */
    List<RecordMatch> search(Set<SystemId> systems, SearchQuery query, int limit);
}
