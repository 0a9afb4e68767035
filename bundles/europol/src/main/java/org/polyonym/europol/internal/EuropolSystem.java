package org.polyonym.europol.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.AccessControl;
import org.polyonym.audit.AuditLog;
import org.polyonym.registry.SystemOfRecord;
import org.polyonym.rules.RuleBook;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.store.Documents;
import org.polyonym.store.Images;
import org.polyonym.store.Outbox;
import org.polyonym.store.TaskHandler;
import org.polyonym.store.Transactions;
import org.polyonym.systemkit.CentralSystem;
import org.polyonym.systemkit.Contracts;
import org.polyonym.time.DailyDuty;
import org.polyonym.time.LegalClock;

/** EIS and analysis data, kept by the loaders of Europol and of Member States: entering, changing and erasing follow theirs. */
@Component(
        service = {SystemOfRecord.class, TaskHandler.class, DailyDuty.class},
        property = "system=EUROPOL",
        configurationPid = "org.polyonym.europol")
public final class EuropolSystem extends CentralSystem {
    /** Wires the contracts. */
    @Activate
    public EuropolSystem(
            @Reference Transactions transactions,
            @Reference Documents documents,
            @Reference Images images,
            @Reference Outbox outbox,
            @Reference AuditLog audit,
            @Reference AccessControl access,
            @Reference BiometricMatching biometrics,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock,
            @Reference RuleBook rules,
            Map<String, ?> config) {
        super(
                new EuropolLaw(),
                new Contracts(transactions, documents, images, outbox, audit, access, biometrics, clock, rules),
                config);
    }
}
