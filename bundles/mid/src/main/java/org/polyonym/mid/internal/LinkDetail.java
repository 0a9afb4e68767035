package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polyonym.mid.LinkView;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.TravelDocument;

/**
 * A link with everything that its reader may know of it; the answer of {@code readLink}. Evidence, history and findings only
 * for the authority named in the confirmation file.
 *
 * @param link the link itself
 * @param evidence each compared pair of records
 * @param whatWouldChange other rows of the colour table, one changed input away from the row in force
 * @param findings what the reader could decide
 * @param hints remarks for the verifying authority
 * @param history colour changes, oldest first
 * @param review the machine's proposal against an officer's decision
 * @param dueAt target of the verification, where the law sets one
 * @param linkedData linked identity data that the reader may see besides the evidence
 */
record LinkDetail(
        LinkView link,
        List<Pair> evidence,
        List<Change> whatWouldChange,
        List<Offer> findings,
        List<String> hints,
        List<Verification.Event> history,
        Optional<Verification.Review> review,
        Optional<Instant> dueAt,
        List<LinkedData> linkedData) {
    /**
     * A compared pair of records.
     *
     * @param a record of the first group
     * @param b record of the second group
     * @param row row of the colour table with the three inputs, its reason and its source
     * @param proposal what the pair alone proposes
     * @param biometric the matcher's outcome, scores and versions
     * @param ruleSet version of the similarity rules
     * @param colourTable version of the colour table
     * @param changedSince a record was changed after the comparison, so the values shown are newer than the classes
     * @param fields class per category, with values where the reader may see them
     * @param documentsA documents of the first record, where the reader may see them
     * @param documentsB documents of the second record, where the reader may see them
     */
    record Pair(
            OriginRef a,
            OriginRef b,
            ColourRow row,
            Verdict proposal,
            BiometricEvidence biometric,
            String ruleSet,
            String colourTable,
            boolean changedSince,
            List<Field> fields,
            List<TravelDocument> documentsA,
            List<TravelDocument> documentsB) {}

    /**
     * A compared category.
     *
     * @param field category
     * @param result class
     * @param rules letters of the rules that explain a difference
     * @param transformations what those rules did
     * @param source article
     * @param valueA value of the first record, if the reader may see it
     * @param valueB value of the second record, if the reader may see it
     */
    record Field(
            String field,
            String result,
            List<String> rules,
            List<String> transformations,
            String source,
            Optional<String> valueA,
            Optional<String> valueB) {}

    /**
     * A counterfactual.
     *
     * @param input biometric, identity or document
     * @param from its class
     * @param to the class that would change the result
     * @param row the row then in force
     * @param result the result then
     * @param reason the reason then
     * @param article its source
     */
    record Change(String input, String from, String to, String row, Verdict result, String reason, String article) {}

    /**
     * A finding that the reader could enter.
     *
     * @param finding code
     * @param result what becomes of the link
     * @param letter whether the person is informed
     * @param article source
     */
    record Offer(String finding, ManualResult result, boolean letter, String article) {}

    /**
     * Identity data of one linked record.
     *
     * @param origin the record
     * @param identity identity data
     * @param documents travel documents
     */
    record LinkedData(OriginRef origin, IdentityData identity, List<TravelDocument> documents) {}
}
