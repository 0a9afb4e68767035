package org.polyonym.mid;

import java.util.List;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.model.GroupRef;

/** Links as entitled callers see them. Thread-safe. */
public interface Links {
    /**
     * Links that touch any of the groups and that the caller may see under IO 26.
     *
     * @param hit all groups that the caller's own query has hit, for the rule on green links
     */
    List<LinkView> visible(Caller caller, Profile profile, Set<GroupRef> hit);
}
