package org.polyonym.mid.internal;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.mid.LinkView;
import org.polyonym.mid.Links;
import org.polyonym.model.GroupRef;

/** Links for the portal and the gateway. */
@Component
public final class VisibleLinks implements Links {
    private final LinkStore store;
    private final LinkViews views;

    /** Wires. */
    @Activate
    public VisibleLinks(@Reference LinkBook book) {
        this.store = book.store();
        this.views = new LinkViews(book);
    }

    @Override
    public List<LinkView> visible(Caller caller, Profile profile, Set<GroupRef> hit) {
        return views.visible(store.touching(hit), caller, profile, hit);
    }
}
