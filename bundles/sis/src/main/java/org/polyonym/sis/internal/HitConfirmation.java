package org.polyonym.sis.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.MemberState;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.notification.Notifications;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Records;
import org.polyonym.sbms.Outcome;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;
import org.polyonym.systemkit.Contracts;

/** From match to hit: confirmation, exactly one G form, and the notice to Europol in the same transaction. */
final class HitConfirmation {
    static final String OPERATION = "confirmHit";
    static final String NOTIFIED = "NOTIFIED";
    static final String EXEMPTED = "EXEMPTED";
    /** Longest place, in characters. */
    static final int MAX_PLACE = 200;

    /** Longest description of the further action, in characters. */
    static final int MAX_ACTION = 500;

    private static final Set<String> EXEMPTIONS = Set.of("INVESTIGATION", "SAFETY_OF_PERSON", "ESSENTIAL_SECURITY");
    private static final Authority EUROPOL = new Authority(AuthorityKind.EUROPOL, MemberState.of("EU"));

    private final Contracts contracts;
    private final AccessControl access;
    private final Records records;
    private final Notifications notifications;
    private final AlertVisibility visibility;

    HitConfirmation(Contracts contracts, Records records, Notifications notifications) {
        this.contracts = contracts;
        this.access = contracts.access();
        this.records = records;
        this.notifications = notifications;
        this.visibility = new AlertVisibility(contracts.rules());
    }

    HitAnswer confirm(Caller caller, String recordId, HitReport report) {
        access.requireOperation(caller, OPERATION);
        OriginRecord alert = visibleAlert(caller, recordId);
        check(alert, report);
        Optional<String> noHit = whyNoHit(caller, alert, report);
        if (noHit.isPresent()) {
            contracts.audit().append(entry("MATCH_WITHOUT_HIT", caller, alert, Map.of("reason", noHit.get())));
            return HitAnswer.none(noHit.get());
        }
        return HitAnswer.of(
                contracts.transactions().inTransaction(uow -> hit(uow, caller, alert, report)),
                alert.attribute(Alert.ACTION));
    }

    private OriginRecord visibleAlert(Caller caller, String recordId) {
        boolean sees = access.profile(caller).sees(SystemId.SIS);
        return records.find(new OriginRef(SystemId.SIS, recordId))
                .filter(r -> sees && Alert.isAlert(r))
                .filter(r -> visibility.level(caller, r) != AlertVisibility.Level.HIDDEN)
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "no such alert"));
    }

    private static void check(OriginRecord alert, HitReport report) {
        if (report.place().isEmpty() || report.place().length() > MAX_PLACE) {
            throw ProblemException.ofField(ProblemType.MISSING_FIELD, "place", "1 to 200 characters");
        }
        if (report.furtherAction().length() > MAX_ACTION) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "furtherAction", "at most 500 characters");
        }
        report.europolExemption().ifPresent(reason -> {
            if (!EXEMPTIONS.contains(reason)) {
                throw ProblemException.ofField(
                        ProblemType.INVALID_VALUE, "europolExemption", "one of the grounds of SIS-P 48(8)");
            }
            if (alert.category().equals(Alert.INFORMATION)) {
                throw ProblemException.ofField(
                        ProblemType.INVALID_VALUE,
                        "europolExemption",
                        "Europol is told of every information-alert hit");
            }
        });
    }

    private Optional<String> whyNoHit(Caller caller, OriginRecord alert, HitReport report) {
        if (!report.confirmed()) {
            return Optional.of("NOT_CONFIRMED");
        }
        Optional<String> prints = comparePrints(caller, alert, report);
        if (prints.isPresent()) {
            return prints;
        }
        if (report.furtherAction().isEmpty()) {
            return Optional.of("NO_FURTHER_ACTION");
        }
        boolean national = alert.owner().state().equals(caller.authority().state());
        return national ? Optional.of("NATIONAL_ALERT") : Optional.empty();
    }

    /** Where the alert holds prints, a name match is confirmed only by comparing them (SIS-P 43(1); R-SIS-08). */
    private Optional<String> comparePrints(Caller caller, OriginRecord alert, HitReport report) {
        if (!contracts.biometrics().enrolled(alert.ref())) {
            return Optional.empty();
        }
        List<BiometricSample> live = report.samples().stream()
                .filter(s -> s.modality() == Modality.FINGERPRINT && s.capture() == CaptureContext.LIVE)
                .toList();
        Outcome outcome = live.isEmpty()
                ? Outcome.NOT_COMPARED
                : contracts.biometrics().verify(caller, live, alert.ref()).outcome();
        return switch (outcome) {
            case SAME -> Optional.empty();
            case DIFF -> Optional.of("DIFFERENT_PERSON");
            case INCONCLUSIVE -> Optional.of("EXPERT_CHECK");
            case NOT_COMPARED ->
                throw ProblemException.ofField(
                        ProblemType.COMPARISON_REQUIRED, "samples", "send live prints of the fingers the alert holds");
        };
    }

    /** The same authority reporting the same alert in the same case again is the same hit. */
    private Hit hit(UnitOfWork uow, Caller caller, OriginRecord alert, HitReport report) {
        String hitId = alert.ref().recordId() + "~" + caller.authority() + "~"
                + caller.caseReference().text();
        return contracts
                .documents()
                .get(uow, Hit.TYPE, hitId)
                .map(Stored::value)
                .orElseGet(() -> newHit(uow, caller, alert, report, hitId));
    }

    private Hit newHit(UnitOfWork uow, Caller caller, OriginRecord alert, HitReport report, String hitId) {
        List<Hit.Form> forms = new ArrayList<>();
        Authority bureau = new Authority(AuthorityKind.SIRENE, alert.owner().state());
        send(uow, caller, alert, report, hitId, bureau, "G_FORM");
        forms.add(new Hit.Form("G", bureau));
        String europol = europol(alert, report);
        if (europol.equals(NOTIFIED)) {
            boolean information = alert.category().equals(Alert.INFORMATION);
            String type = information ? "EUROPOL_INFORMATION_HIT" : "EUROPOL_TERRORISM_HIT";
            send(uow, caller, alert, report, hitId, EUROPOL, type);
            forms.add(new Hit.Form("EUROPOL", EUROPOL));
        }
        Hit hit = new Hit(
                hitId,
                alert.ref(),
                caller.authority(),
                contracts.clock().now(),
                report.place(),
                forms,
                europol,
                report.europolExemption().orElse(""));
        contracts.documents().put(uow, Hit.TYPE, hitId, 0, hit, List.of());
        Map<String, String> detail = Map.of("europol", europol, "exemption", hit.europolReason());
        contracts.audit().append(uow, entry("HIT_CONFIRMED", caller, alert, detail));
        return hit;
    }

    /** SIS-P 48(8): every information-alert hit; terrorism-related hits unless an exemption is recorded (R-SIS-11). */
    private static String europol(OriginRecord alert, HitReport report) {
        if (alert.category().equals(Alert.INFORMATION)) {
            return NOTIFIED;
        }
        if (!Alert.terrorismRelated(alert.attributes())) {
            return HitAnswer.NOT_CONCERNED;
        }
        return report.europolExemption().isPresent() ? EXEMPTED : NOTIFIED;
    }

    private void send(
            UnitOfWork uow,
            Caller caller,
            OriginRecord alert,
            HitReport report,
            String hitId,
            Authority recipient,
            String type) {
        Map<String, String> facts = Map.of(
                "hitId", hitId,
                "alertCategory", alert.category(),
                "action", alert.attribute(Alert.ACTION),
                "place", report.place(),
                "furtherAction", report.furtherAction(),
                "issuingState", alert.owner().state().text(),
                "executingState", caller.authority().state().text());
        notifications.send(uow, recipient, type, List.of(alert.ref().text()), facts);
    }

    private static AuditEntry entry(String event, Caller caller, OriginRecord alert, Map<String, String> detail) {
        return new AuditEntry(event, caller, List.of(alert.ref().text()), detail);
    }
}
