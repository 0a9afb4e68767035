package org.polyonym.esp.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Modality;
import org.polyonym.model.PartialDate;
import org.polyonym.model.TravelDocument;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * Body of an identity check by the police (IO 20).
 *
 * @param ground one of the five grounds
 * @param personPresent whether the check began in the person's presence
 * @param samples live prints
 * @param identity data for the second part of IO 20(3)
 * @param documents documents for the second part of IO 20(3)
 * @param birthDate known or apparent birth date, for the protection of children
 * @param bestInterestsReason why the check is in the interest of a child under 12
 * @param fallbackReason why biometrics cannot be used
 */
record CheckRequest(
        Optional<Ground> ground,
        boolean personPresent,
        List<BiometricSample> samples,
        IdentityData identity,
        List<TravelDocument> documents,
        PartialDate birthDate,
        Optional<String> bestInterestsReason,
        Optional<String> fallbackReason) {
    /** Age in years from which a person may be checked without a further reason. */
    static final int PROTECTED_UNDER = 12;
    /** Longest reason, in characters. */
    static final int MAX_REASON = 500;

    private static final int DECEMBER = 12;

    CheckRequest {
        ground = ground == null ? Optional.empty() : ground;
        samples = samples == null ? List.of() : List.copyOf(samples);
        identity = identity == null ? IdentityData.NONE : identity;
        documents = documents == null ? List.of() : List.copyOf(documents);
        birthDate = birthDate == null ? identity.birthDate() : birthDate;
        bestInterestsReason = stated(bestInterestsReason);
        fallbackReason = stated(fallbackReason);
    }

    private static Optional<String> stated(Optional<String> reason) {
        return reason == null ? Optional.empty() : reason.filter(r -> !r.isBlank());
    }

    /** Refuses what IO 20(1)-(3) does not allow. */
    void check(LocalDate today) {
        if (ground.isEmpty()) {
            throw ProblemException.ofField(
                    ProblemType.GROUND_MISSING, "ground", "one of the five grounds of Art 20(1)");
        }
        if (maybeProtected(today) && bestInterestsReason.isEmpty()) {
            throw ProblemException.ofField(
                    ProblemType.CHILD_PROTECTION, "bestInterestsReason", "the person may be under 12");
        }
        if (!personPresent || samples.stream().anyMatch(s -> s.capture() != CaptureContext.LIVE)) {
            throw ProblemException.ofField(
                    ProblemType.NOT_LIVE, personPresent ? "samples" : "personPresent", "taken live, person present");
        }
        PortalRequest.checkSamples(samples);
        if (prints().isEmpty() && !mayFallBack()) {
            throw ProblemException.ofField(
                    ProblemType.MISSING_FIELD,
                    "samples",
                    "live prints, or a fallbackReason with the data or documents given");
        }
        checkLength(bestInterestsReason, "bestInterestsReason");
        checkLength(fallbackReason, "fallbackReason");
    }

    private static void checkLength(Optional<String> reason, String field) {
        if (reason.filter(r -> r.length() > MAX_REASON).isPresent()) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, field, "at most 500 characters");
        }
    }

    List<BiometricSample> prints() {
        return samples.stream()
                .filter(s -> s.modality() == Modality.FINGERPRINT)
                .toList();
    }

    /** Whether the second part of IO 20(3) is open: a reason and something to search with. */
    boolean mayFallBack() {
        boolean data = !identity.names().isEmpty() || !documents.isEmpty();
        return fallbackReason.isPresent() && data;
    }

    /** Unknown month or day count for the child. */
    private boolean maybeProtected(LocalDate today) {
        if (birthDate.year() == 0) {
            return false;
        }
        int month = birthDate.month() == 0 ? DECEMBER : birthDate.month();
        LocalDate latest = birthDate
                .toLocalDate()
                .orElseGet(() ->
                        LocalDate.of(birthDate.year(), month, 1).plusMonths(1).minusDays(1));
        return latest.plusYears(PROTECTED_UNDER).isAfter(today);
    }
}
