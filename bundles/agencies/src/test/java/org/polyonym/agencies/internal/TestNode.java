package org.polyonym.agencies.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.polyonym.access.GrantCheck;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleTable;
import org.polyonym.store.UnitOfWork;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.time.LegalClock;

/** A node on a store that others may share: everything but framework and portal is real. */
final class TestNode {
    final FakeFramework framework = new FakeFramework();
    final FakeDesk desk = new FakeDesk();
    final Grants grants = new Grants();
    final List<AuditEntry> audited = new ArrayList<>();
    final DesiredState state;
    final Fleet fleet = new Fleet(framework, () -> desk);
    final Reconciler reconciler;
    private final GrantCheck check;

    TestNode(SqlStore store, GrantCheck check) {
        this.check = check;
        this.state =
                new DesiredState(store.transactions(), store.documents(), store.images(), new Audit(), new Clock());
        this.reconciler = new Reconciler(state, fleet, grants, InstantSource.system());
    }

    Deployment deployment() {
        return deployment(fleet, reconciler);
    }

    Deployment deployment(Fleet onFleet, Reconciler with) {
        return new Deployment(new Planner(framework, check, Signatures.notAsked()), onFleet, state, with);
    }

    /** Knows one system of the platform, SIS, and that rows which differ in {@code names_source} contradict each other. */
    static class Check implements GrantCheck {
        @Override
        public boolean builtIn(SystemId system) {
            return system.equals(SystemId.SIS);
        }

        @Override
        public List<String> objections(RuleTable rows) {
            long kinds = rows.rows().stream()
                    .map(r -> r.get("names_source"))
                    .distinct()
                    .count();
            return kinds > 1 ? List.of("names_source differs") : List.of();
        }
    }

    private final class Audit implements AuditLog {
        @Override
        public void append(UnitOfWork unitOfWork, AuditEntry entry) {
            audited.add(entry);
        }

        @Override
        public void append(AuditEntry entry) {
            audited.add(entry);
        }

        @Override
        public List<StoredAuditEntry> read(long afterSequence, int limit) {
            return List.of();
        }
    }

    private static final class Clock implements LegalClock {
        @Override
        public Instant now() {
            return Instant.parse("2026-06-15T09:00:00Z");
        }

        @Override
        public boolean virtual() {
            return true;
        }
    }
}
