package org.polyonym.mid.internal;

import java.util.List;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRef;

/**
 * One side of a link: an identity group and its records when the link was last evaluated.
 *
 * @param group the group
 * @param records references to its records
 */
record Side(GroupRef group, List<OriginRef> records) {
    Side {
        records = List.copyOf(records);
    }

    static Side of(IdentityGroup group) {
        return new Side(group.ref(), group.participants());
    }
}
