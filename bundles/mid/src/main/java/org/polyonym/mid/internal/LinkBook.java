package org.polyonym.mid.internal;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.audit.AuditLog;
import org.polyonym.cir.IdentityRepository;
import org.polyonym.notification.Notifications;
import org.polyonym.registry.Records;
import org.polyonym.store.Documents;
import org.polyonym.time.LegalClock;

/** What detection, decisions and views of links share. Immutable wiring; thread-safe. */
@Component(service = LinkBook.class)
public final class LinkBook {
    private final MidRules rules;
    private final Records records;
    private final LegalClock clock;
    private final LinkStore store;
    private final LinkNotices notices;
    private final LinkAudit audit;
    private final Linker linker;

    /** Wires. */
    @Activate
    public LinkBook(
            @Reference MidRules rules,
            @Reference Documents documents,
            @Reference Records records,
            @Reference Notifications notifications,
            @Reference AuditLog log,
            @Reference IdentityRepository files,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock) {
        this.rules = rules;
        this.records = records;
        this.clock = clock;
        this.store = new LinkStore(documents);
        this.notices = new LinkNotices(notifications);
        this.audit = new LinkAudit(log);
        // Numbers of files and links must not be guessable: they are made of 122 random bits.
        this.linker = new Linker(
                store,
                rules.authorities(),
                notices,
                audit,
                files,
                clock,
                () -> UUID.randomUUID().toString());
    }

    MidRules rules() {
        return rules;
    }

    Records records() {
        return records;
    }

    LegalClock clock() {
        return clock;
    }

    LinkStore store() {
        return store;
    }

    LinkNotices notices() {
        return notices;
    }

    LinkAudit audit() {
        return audit;
    }

    Linker linker() {
        return linker;
    }
}
