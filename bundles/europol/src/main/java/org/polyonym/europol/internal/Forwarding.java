package org.polyonym.europol.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.model.Authority;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.notification.Notifications;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Records;
import org.polyonym.store.Transactions;

/** Passing a Europol item on to another authority, as far as the provider allows (EUP 19(2), R-EUP-04). */
final class Forwarding {
    private final AccessControl access;
    private final Records records;
    private final Transactions transactions;
    private final Notifications notifications;
    private final AuditLog audit;

    /** What was passed on and under which code; {@code consent} is empty where none was needed. */
    record Forwarded(OriginRef record, Authority recipient, String handlingCode, String condition, String consent) {}

    Forwarding(
            AccessControl access,
            Records records,
            Transactions transactions,
            Notifications notifications,
            AuditLog audit) {
        this.access = access;
        this.records = records;
        this.transactions = transactions;
        this.notifications = notifications;
        this.audit = audit;
    }

    Forwarded forward(Caller caller, String recordId, ForwardingRequest request) {
        request.check();
        OriginRecord record = record(caller, recordId);
        boolean own = caller.authority().state().equals(record.owner().state());
        if (Handling.needsConsent(record) && !own && request.consent().isEmpty()) {
            throw ProblemException.ofField(
                    ProblemType.HANDLING_RESTRICTED,
                    "consent",
                    "the provider's handling code " + Handling.code(record) + " needs consent");
        }
        Forwarded forwarded = new Forwarded(
                record.ref(),
                request.recipient(),
                Handling.code(record),
                condition(record),
                request.consent().orElse(""));
        return transactions.inTransaction(uow -> {
            List<String> subject = List.of(record.ref().text());
            Map<String, String> facts = facts(caller, forwarded);
            notifications.send(uow, request.recipient(), "EUROPOL_ITEM", subject, facts);
            notifications.send(uow, record.owner(), "EUROPOL_ITEM_FORWARDED", subject, facts);
            audit.append(uow, new AuditEntry("EUROPOL_ITEM_FORWARDED", caller, subject, facts));
            return forwarded;
        });
    }

    /** A record that the caller may not read looks like none. */
    private OriginRecord record(Caller caller, String recordId) {
        boolean entitled = access.profile(caller).sees(SystemId.EUROPOL);
        return Optional.of(new OriginRef(SystemId.EUROPOL, recordId))
                .filter(ref -> entitled)
                .flatMap(records::find)
                .filter(Handling::atBasicLevel)
                .filter(r -> Handling.givesData(caller, r))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "no such item"));
    }

    private static String condition(OriginRecord record) {
        return Handling.code(record).equals("H1") ? "not as evidence without the provider's consent" : "";
    }

    private static Map<String, String> facts(Caller caller, Forwarded forwarded) {
        return Map.of(
                "sender", caller.authority().text(),
                "recipient", forwarded.recipient().text(),
                "handlingCode", forwarded.handlingCode(),
                "condition", forwarded.condition(),
                "consent", forwarded.consent());
    }
}
