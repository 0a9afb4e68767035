package org.polyonym.cir.internal;

import org.polyonym.model.GroupRef;

/** Two groups that a white or red link holds together (IO 19(2)), in text order. */
record Join(GroupRef a, GroupRef b) {
    Join {
        if (a.text().compareTo(b.text()) > 0) {
            GroupRef swap = a;
            a = b;
            b = swap;
        }
    }

    Join renamed(GroupRef from, GroupRef to) {
        return new Join(a.equals(from) ? to : a, b.equals(from) ? to : b);
    }
}
