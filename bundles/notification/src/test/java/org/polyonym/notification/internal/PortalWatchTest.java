package org.polyonym.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.esp.PortalSearch;
import org.polyonym.model.Authority;
import org.polyonym.notification.Notification;
import org.polyonym.store.UnitOfWork;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;
import org.polyonym.time.LegalClock;

@Timeout(60)
class PortalWatchTest {
    private static final PortalSearch PORTAL = (component, systems, query) -> List.of();

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final List<String> audited = new CopyOnWriteArrayList<>();
    private final Inboxes inboxes = new Inboxes(store.documents(), new LegalClock() {
        @Override
        public Instant now() {
            return Instant.parse("2026-06-15T09:00:00Z");
        }

        @Override
        public boolean virtual() {
            return true;
        }
    });
    private final PortalWatch watch = new PortalWatch(store.transactions(), new Audit(), inboxes);

    @AfterEach
    void close() {
        watch.close();
        store.close();
    }

    @Test
    void tellsEveryAuthorityOnceThatThePortalIsAwayAndOnceThatItIsBack() {
        watch.bindPortal(PORTAL);
        watch.unbindPortal(PORTAL);
        await("told of the outage", () -> types("POLICE@MS-1").equals(List.of("PORTAL_OUTAGE")));

        watch.bindPortal(PORTAL);
        await("told of the end", () -> types("POLICE@MS-1").equals(List.of("PORTAL_OUTAGE", "PORTAL_RECOVERED")));
        assertThat(types("SIRENE@MS-2")).containsExactly("PORTAL_OUTAGE", "PORTAL_RECOVERED");
        assertThat(audited).containsExactly("PORTAL_OUTAGE", "PORTAL_RECOVERED");
    }

    @Test
    void doesNotTellOfAReplacementNorOfAStart() {
        watch.bindPortal(PORTAL);
        PortalSearch successor = (component, systems, query) -> List.of();
        watch.bindPortal(successor);
        watch.unbindPortal(PORTAL);
        watch.unbindPortal(successor);
        watch.bindPortal(PORTAL);
        LockSupport.parkNanos(PortalWatch.NOTICED_AFTER.plusMillis(500).toNanos());

        assertThat(types("POLICE@MS-1")).isEmpty();
    }

    private List<String> types(String authority) {
        return inboxes.of(Authority.of(authority)).stream()
                .map(Notification::type)
                .toList();
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private final class Audit implements AuditLog {
        @Override
        public void append(UnitOfWork unitOfWork, AuditEntry entry) {
            audited.add(entry.event());
        }

        @Override
        public void append(AuditEntry entry) {
            audited.add(entry.event());
        }

        @Override
        public List<StoredAuditEntry> read(long afterSequence, int limit) {
            return List.of();
        }
    }
}
