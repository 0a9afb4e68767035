package org.polyonym.notification.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.notification.Notification;
import org.polyonym.notification.Notifications;
import org.polyonym.store.Documents;

/** {@code GET /v1/notifications?after=ID}: the inbox of the caller's own authority and of no other. */
@Component
public final class ListNotifications implements Endpoint {
    /**
     * The answer.
     *
     * @param notifications in order of sending; ask again after the id of the last one for more
     */
    public record Inbox(List<Notification> notifications) {}

    private final Notifications notifications;

    /** Over the inboxes. */
    @Activate
    public ListNotifications(@Reference Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/v1/notifications";
    }

    @Override
    public String operationId() {
        return "listNotifications";
    }

    @Override
    public Reply handle(Request request) {
        String after = request.query("after").orElse("");
        return Reply.ok(new Inbox(notifications.of(request.caller().authority(), after, Documents.MAX_RESULTS)));
    }
}
