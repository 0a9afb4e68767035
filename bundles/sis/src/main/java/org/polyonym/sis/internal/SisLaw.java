package org.polyonym.sis.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.IdentityData;
import org.polyonym.model.MemberState;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.notification.Notifications;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Submission;
import org.polyonym.store.Transactions;
import org.polyonym.systemkit.SystemLaw;

/**
 * What the SIS regulations add: proportionality, one alert per person and Member State, compatibility between Member States,
 * and alerts that not everybody may see. SIS joins no alerts into groups: two states' alerts on one person stay two.
 */
final class SisLaw implements SystemLaw {
    static final String CONSULTATION_OPENED = "INCOMPATIBLE_ALERT_CONSULTATION_OPENED";

    /** Reasons that end a terrorism-related alert without leaving the case unanswered (SIS-P 21(2), 55). */
    private static final List<String> ENDINGS = List.of("PURPOSE_MET", "REPLACED", "EXCEPTION");

    private final AlertCompatibility compatibility;
    private final AlertVisibility visibility;
    private final SamePersonSearch search;
    private final Transactions transactions;
    private final Notifications notifications;

    SisLaw(
            AlertCompatibility compatibility,
            AlertVisibility visibility,
            SamePersonSearch search,
            Transactions transactions,
            Notifications notifications) {
        this.compatibility = compatibility;
        this.visibility = visibility;
        this.search = search;
        this.transactions = transactions;
        this.notifications = notifications;
    }

    @Override
    public SystemId system() {
        return SystemId.SIS;
    }

    @Override
    public DataCategory attributesAre() {
        return DataCategory.ALERT;
    }

    @Override
    public boolean visible(Caller caller, OriginRecord record) {
        return visibility.level(caller, record) != AlertVisibility.Level.HIDDEN;
    }

    @Override
    public Map<String, String> attributes(Caller caller, OriginRecord record) {
        if (visibility.level(caller, record) == AlertVisibility.Level.F) {
            return record.attributes();
        }
        Map<String, String> shown = new TreeMap<>(record.attributes());
        shown.keySet().retainAll(List.of(Alert.ACTION, Alert.MARKERS));
        return shown;
    }

    @Override
    public List<String> checkEntry(Caller caller, Optional<OriginRecord> before, Submission submission) {
        checkException(submission);
        checkPrintsOnly(submission);
        checkProlonging(submission);
        return before.isEmpty() && compatibility.concerns(submission.category())
                ? checkExisting(caller, submission)
                : List.of();
    }

    /** A terrorism-related case is left without alert only for public or national security (R-SIS-02). */
    private static void checkException(Submission s) {
        boolean without = s.category().equals(Alert.CASE_WITHOUT_ALERT);
        boolean recorded = s.attributes().containsKey("exceptionReason")
                && s.attributes().getOrDefault("obstructsInquiries", "no").equals("yes");
        if (without && !recorded) {
            throw ProblemException.ofField(
                    ProblemType.PROPORTIONALITY,
                    "attributes/exceptionReason",
                    "a terrorism-related case needs an alert, or an exception because the alert would obstruct inquiries");
        }
    }

    private static void checkPrintsOnly(Submission s) {
        boolean named =
                !s.identity().equals(IdentityData.NONE) || !s.documents().isEmpty();
        if (s.category().equals(Alert.UNKNOWN_WANTED) && named) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE, "identity", "an alert on an unknown wanted person holds only prints");
        }
    }

    private static void checkProlonging(Submission s) {
        if (s.attributes().containsKey("prolongedUntil") && !s.attributes().containsKey("prolongationAssessment")) {
            throw ProblemException.ofField(
                    ProblemType.MISSING_FIELD,
                    "attributes/prolongationAssessment",
                    "an alert is prolonged only after a recorded individual assessment");
        }
    }

    private List<String> checkExisting(Caller caller, Submission submission) {
        List<OriginRecord> existing = search.alertsOnPersonOf(caller, submission).stream()
                .filter(alert -> compatibility.concerns(alert.category()))
                .toList();
        MemberState own = caller.authority().state();
        if (existing.stream().anyMatch(alert -> alert.owner().state().equals(own))) {
            throw ProblemException.of(
                    ProblemType.ALERT_INCOMPATIBLE,
                    "a Member State enters one alert per person; amend the existing alert or record that the persons differ");
        }
        boolean consulted =
                !submission.attributes().getOrDefault(Alert.CONSULTATION, "").isBlank();
        List<OriginRecord> incompatible = existing.stream()
                .filter(alert -> !compatibility.compatible(submission.category(), alert.category()))
                .toList();
        if (incompatible.isEmpty() || consulted) {
            return List.of();
        }
        consult(own, submission, incompatible);
        if (!submission.category().equals(Alert.ARREST)) {
            throw ProblemException.of(
                    ProblemType.ALERT_INCOMPATIBLE,
                    "another Member State's alert on this person is not compatible; the SIRENE bureaux have an E form");
        }
        return List.of(CONSULTATION_OPENED);
    }

    /** In a transaction of its own: the consultation is open although the alert is not entered. */
    private void consult(MemberState own, Submission submission, List<OriginRecord> incompatible) {
        transactions.inTransaction(uow -> {
            for (OriginRecord alert : incompatible) {
                Map<String, String> facts = Map.of(
                        "form", "E",
                        "existingCategory", alert.category(),
                        "existingState", alert.owner().state().text(),
                        "newCategory", submission.category(),
                        "newState", own.text(),
                        "prevailing", compatibility.prevailing(alert.category(), submission.category()));
                Stream.of(alert.owner().state(), own)
                        .map(state -> new Authority(AuthorityKind.SIRENE, state))
                        .forEach(bureau -> notifications.send(
                                uow, bureau, "E_FORM", List.of(alert.ref().text()), facts));
            }
            return incompatible.size();
        });
    }

    /** A terrorism-related alert ends when its purpose is met or by a recorded exception, not at will (R-SIS-02). */
    @Override
    public void checkErasure(Caller caller, OriginRecord record, String reason) {
        if (Alert.terrorismRelated(record.attributes()) && ENDINGS.stream().noneMatch(reason::startsWith)) {
            throw ProblemException.ofField(
                    ProblemType.PROPORTIONALITY, "reason", "begin the reason with one of " + ENDINGS);
        }
    }
}
