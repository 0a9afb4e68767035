package org.polyonym.interpol.internal;

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

/** The register of stolen and lost travel documents, entered by national central bureaux. Not part of CIR or MID. */
@Component(
        service = {SystemOfRecord.class, TaskHandler.class, DailyDuty.class},
        property = "system=INTERPOL",
        configurationPid = "org.polyonym.interpol")
public final class InterpolSystem extends CentralSystem {
    /** Wires the contracts. */
    @Activate
    public InterpolSystem(
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
                new InterpolLaw(),
                new Contracts(transactions, documents, images, outbox, audit, access, biometrics, clock, rules),
                config);
    }
}
