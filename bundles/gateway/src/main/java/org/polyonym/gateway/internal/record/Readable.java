package org.polyonym.gateway.internal.record;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SystemOfRecord;

/**
 * Records that a caller may read. What exists and is hidden looks like what does not exist (R-ESP-11); only that the
 * authority has no access to a system at all is said, because that does not depend on its data.
 */
@Component(service = Readable.class)
public final class Readable {
    private final AccessControl access;
    private final Systems systems;

    /** Called by the component runtime. */
    @Activate
    public Readable(@Reference AccessControl access, @Reference Systems systems) {
        this.access = access;
        this.systems = systems;
    }

    /** The record as the caller may see it; ACCESS_DENIED, NOT_FOUND. */
    OriginRecord record(Caller caller, SystemId id, String recordId) {
        Profile profile = access.profile(caller);
        if (profile.right(id).filter(right -> !right.reply().isEmpty()).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.ACCESS_DENIED, "the profile " + profile.id() + " does not reach " + id);
        }
        return systems.running(id).read(caller, recordId).orElseThrow(Readable::notFound);
    }

    /** The identity group of a record that the caller may see, without participants that it may not see. */
    IdentityGroup group(Caller caller, OriginRecord record) {
        SystemOfRecord system = systems.running(record.ref().system());
        IdentityGroup whole = system.groupOf(record.ref().recordId()).orElseThrow(Readable::notFound);
        return new IdentityGroup(
                whole.ref(),
                whole.participants().stream()
                        .filter(each -> each.equals(record.ref())
                                || system.read(caller, each.recordId()).isPresent())
                        .toList());
    }

    static ProblemException notFound() {
        return ProblemException.of(ProblemType.NOT_FOUND, "there is no such record for this caller");
    }
}
