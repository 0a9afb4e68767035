package org.polyonym.mid.internal;

/**
 * What an officer enters to decide a link; the body of {@code decideLink}.
 *
 * @param finding code of the manual table
 * @param reason in words; no personal data needed
 * @param evidenceReference reference to the evidence in the national file or a record, never the link itself
 * @param personPresent the verification began in the person's presence
 * @param explanationHeard the person was offered to explain and the explanation was taken into account
 */
public record Finding(
        String finding, String reason, String evidenceReference, boolean personPresent, boolean explanationHeard) {
    /** Longest reason, in characters. */
    static final int MAX_REASON = 500;
    /** Longest evidence reference, in characters. */
    static final int MAX_REFERENCE = 200;

    /** Fills what is missing. */
    public Finding {
        finding = finding == null ? "" : finding.strip();
        reason = reason == null ? "" : reason.strip();
        evidenceReference = evidenceReference == null ? "" : evidenceReference.strip();
    }
}
