package org.polyonym.notification;

import java.util.List;
import java.util.Map;
import org.polyonym.store.UnitOfWork;

/** Messages to every authority that is connected; each finds them in its own inbox. Thread-safe. */
public interface Broadcasts {
    /** Sends to all, in the name of the operator; the facts hold no personal data. */
    Notification sendToAll(UnitOfWork uow, String type, List<String> subject, Map<String, String> facts);
}
