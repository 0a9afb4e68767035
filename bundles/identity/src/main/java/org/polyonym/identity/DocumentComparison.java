package org.polyonym.identity;

import java.util.List;
import java.util.Locale;
import org.polyonym.model.TravelDocument;

/** Travel documents of two records; the key of a document is type, number and issuing state (IO 27(4)). */
public enum DocumentComparison {
    /** At least one document is the same. */
    SAME,
    /** Both have documents and none is the same. */
    OTHER,
    /** At least one side has no document. */
    NA;

    /** Compares the documents of two records. */
    public static DocumentComparison of(List<TravelDocument> a, List<TravelDocument> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return NA;
        }
        return a.stream().anyMatch(x -> b.stream().anyMatch(y -> same(x, y))) ? SAME : OTHER;
    }

    /** Whether two entries are of one document. */
    public static boolean same(TravelDocument a, TravelDocument b) {
        return a.type().equals(b.type())
                && a.issuingState().equals(b.issuingState())
                && number(a).equals(number(b));
    }

    /** The number without blanks and hyphens, in capitals. */
    static String number(TravelDocument document) {
        return document.number().replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
    }
}
