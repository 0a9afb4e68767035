package org.polyonym.gateway.internal.record;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.mid.LinkView;
import org.polyonym.mid.Links;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRef;
import org.polyonym.registry.SystemOfRecord;
import org.polyonym.store.Outbox;

/** How far detection is for a record, and the links that the caller may see. */
@Component(service = Detections.class)
public final class Detections {
    /** State of detection. */
    enum State {
        /** Every task of the record is done. */
        COMPLETED,
        /** Something is still to be done. */
        PENDING
    }

    /**
     * Answer part; its shape never depends on links that the caller may not see.
     *
     * @param state how far
     * @param links visible links, possibly none
     */
    record Detection(State state, List<LinkView> links) {}

    private final Outbox outbox;

    // A platform without MID has no links; that is an answer, not a fault.
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Links links;

    /** Called by the component runtime. */
    @Activate
    public Detections(@Reference Outbox outbox) {
        this.outbox = outbox;
    }

    /** Waits for the tasks of the record and then of its group, at most the time given for both. */
    Detection of(Caller caller, Profile profile, SystemOfRecord system, String recordId, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        OriginRef ref = new OriginRef(system.system(), recordId);
        boolean done = outbox.awaitIdle(ref.text(), limit);
        GroupRef group =
                system.groupOf(recordId).map(IdentityGroup::ref).orElseGet(() -> new GroupRef(ref.system(), recordId));
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        done = done && (group.text().equals(ref.text()) || outbox.awaitIdle(group.text(), left));
        return new Detection(done ? State.COMPLETED : State.PENDING, visibleLinks(caller, profile, Set.of(group)));
    }

    List<LinkView> visibleLinks(Caller caller, Profile profile, Set<GroupRef> groups) {
        Links now = links;
        return now == null ? List.of() : now.visible(caller, profile, groups);
    }
}
