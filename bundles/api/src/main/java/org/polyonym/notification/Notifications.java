package org.polyonym.notification;

import java.util.List;
import java.util.Map;
import org.polyonym.model.Authority;
import org.polyonym.store.Documents;
import org.polyonym.store.UnitOfWork;

/** The inboxes of authorities, durable with the transaction that causes the message. Thread-safe. */
public interface Notifications {
    /** Sends; the id and time are given by the implementation. */
    Notification send(
            UnitOfWork uow, Authority recipient, String type, List<String> subject, Map<String, String> facts);

    /** Messages to an authority in order of sending, the first {@value org.polyonym.store.Documents#MAX_RESULTS}. */
    default List<Notification> of(Authority recipient) {
        return of(recipient, "", Documents.MAX_RESULTS);
    }

    /** Messages to an authority after one of them (empty: from the first) in order of sending. */
    List<Notification> of(Authority recipient, String afterId, int limit);
}
