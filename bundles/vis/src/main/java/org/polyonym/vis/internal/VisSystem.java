package org.polyonym.vis.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.AccessControl;
import org.polyonym.audit.AuditLog;
import org.polyonym.mid.Links;
import org.polyonym.registry.RecordProjection;
import org.polyonym.registry.Records;
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

/** Files of visas and permits. */
@Component(
        service = {SystemOfRecord.class, TaskHandler.class, DailyDuty.class},
        property = "system=VIS",
        configurationPid = {"org.polyonym.systems", "org.polyonym.vis"})
public final class VisSystem extends CentralSystem {
    /** Wires the contracts. */
    @Activate
    public VisSystem(
            @Reference Transactions transactions,
            @Reference Documents documents,
            @Reference Images images,
            @Reference Outbox outbox,
            @Reference AuditLog audit,
            @Reference AccessControl access,
            @Reference BiometricMatching biometrics,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock,
            @Reference RuleBook rules,
            @Reference Records records,
            Map<String, ?> config) {
        super(
                new VisLaw(records, biometrics),
                new Contracts(transactions, documents, images, outbox, audit, access, biometrics, clock, rules),
                config);
    }

    @Reference(name = "projection", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindProjection(RecordProjection projection) {
        projections().add(projection);
    }

    void unbindProjection(RecordProjection projection) {
        projections().remove(projection);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLinks(Links links) {
        linked().set(links);
    }

    void unbindLinks(Links links) {
        linked().unset(links);
    }
}
