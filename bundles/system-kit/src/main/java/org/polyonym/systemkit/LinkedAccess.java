package org.polyonym.systemkit;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.mid.Links;
import org.polyonym.model.GroupRef;

/**
 * Data that an authority may see only because a link that it may see reaches them (IO 21, 29(3)). Without a detector there
 * is no link and so no access. Thread-safe.
 */
public final class LinkedAccess {
    private final AtomicReference<Links> links = new AtomicReference<>();

    LinkedAccess() {}

    /** The detector has come. */
    public void set(Links service) {
        links.set(service);
    }

    /** The detector has gone. */
    public void unset(Links service) {
        links.compareAndSet(service, null);
    }

    boolean reaches(Caller caller, Profile profile, GroupRef group) {
        Links now = links.get();
        return now != null && !now.visible(caller, profile, Set.of(group)).isEmpty();
    }
}
