package org.polyonym.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.notification.Notification;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;
import org.polyonym.time.LegalClock;

class InboxesTest {
    private static final Authority SIRENE = Authority.of("SIRENE@XAA");
    private static final Authority OTHER = Authority.of("SIRENE@XBB");
    private static final Instant NOW = Instant.parse("2016-12-19T19:00:00Z");

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final Inboxes inboxes = new Inboxes(store.documents(), new LegalClock() {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public boolean virtual() {
            return true;
        }
    });

    @AfterEach
    void closeStore() {
        store.close();
    }

    private Notification send(Authority recipient, String subject) {
        return store.transactions()
                .inTransaction(uow ->
                        inboxes.send(uow, recipient, "YELLOW_LINK", List.of(subject), Map.of("colour", "YELLOW")));
    }

    @Test
    void givesAnAuthorityItsMessagesInOrderOfSendingAndNobodyElses() {
        Notification first = send(SIRENE, "link-1");
        send(OTHER, "link-2");
        Notification second = send(SIRENE, "link-3");
        assertThat(inboxes.of(SIRENE)).containsExactly(first, second);
        assertThat(inboxes.of(SIRENE, first.notificationId(), 10)).containsExactly(second);
        assertThat(first.legalTime()).isEqualTo(NOW);
    }

    @Test
    void sendsNothingWhenTheTransactionFails() {
        assertThatThrownBy(() -> store.transactions().inTransaction(uow -> {
                    inboxes.send(uow, SIRENE, "RED_LINK", List.of("link-1"), Map.of());
                    throw new IllegalArgumentException("refused");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(inboxes.of(SIRENE)).isEmpty();
    }

    @Test
    void showsTheCallerItsOwnInboxOnly() {
        Notification mine = send(SIRENE, "link-1");
        send(OTHER, "link-2");
        Reply reply = new ListNotifications(inboxes).handle(requestBy(SIRENE));
        assertThat(reply.body()).contains(new ListNotifications.Inbox(List.of(mine)));
    }

    private static Request requestBy(Authority authority) {
        return new Request() {
            @Override
            public Caller caller() {
                return new Caller(authority, "officer", Purpose.SIRENE, CaseReference.of("case-1"));
            }

            @Override
            public String path(String name) {
                throw new IllegalArgumentException(name);
            }

            @Override
            public Optional<String> query(String name) {
                return Optional.empty();
            }

            @Override
            public <T> T body(Class<T> type) {
                throw new IllegalArgumentException("no body");
            }

            @Override
            public Duration waitAtMost() {
                return Duration.ZERO;
            }
        };
    }
}
