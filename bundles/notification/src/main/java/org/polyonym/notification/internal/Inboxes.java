package org.polyonym.notification.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.MemberState;
import org.polyonym.notification.Broadcasts;
import org.polyonym.notification.Notification;
import org.polyonym.notification.Notifications;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;
import org.polyonym.time.LegalClock;

/** Inboxes as documents. Ids rise with the time of sending, so the order of ids is the order of sending. */
@Component(service = {Notifications.class, Broadcasts.class})
public final class Inboxes implements Notifications, Broadcasts {
    private static final DocumentType<Notification> TYPE = new DocumentType<>("notification", Notification.class);
    private static final String RECIPIENT = "recipient";
    private static final SearchTerm ALL = SearchTerm.of(RECIPIENT, "*");
    private static final Authority OPERATOR = new Authority(AuthorityKind.OPERATIONS, MemberState.of("EU"));

    private final Documents documents;
    private final LegalClock clock;

    /** Over a store and the legal clock. */
    @Activate
    public Inboxes(
            @Reference Documents documents, @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Notification send(
            UnitOfWork uow, Authority recipient, String type, List<String> subject, Map<String, String> facts) {
        return send(uow, inbox(recipient), recipient, type, subject, facts);
    }

    @Override
    public Notification sendToAll(UnitOfWork uow, String type, List<String> subject, Map<String, String> facts) {
        return send(uow, ALL, OPERATOR, type, subject, facts);
    }

    private Notification send(
            UnitOfWork uow,
            SearchTerm inbox,
            Authority recipient,
            String type,
            List<String> subject,
            Map<String, String> facts) {
        Notification sent = new Notification(documents.newId(), clock.now(), recipient, type, subject, facts);
        documents.put(uow, TYPE, sent.notificationId(), 0, sent, List.of(inbox));
        return sent;
    }

    @Override
    public List<Notification> of(Authority recipient, String afterId, int limit) {
        return documents.find(TYPE, List.of(inbox(recipient), ALL), afterId, limit).stream()
                .map(Stored::value)
                .toList();
    }

    private static SearchTerm inbox(Authority recipient) {
        return SearchTerm.of(RECIPIENT, recipient.text());
    }
}
