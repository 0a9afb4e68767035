package org.polyonym.systemkit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.store.Documents;
import org.polyonym.store.SearchTerm;
import org.polyonym.store.Stored;

/**
 * Finds records whose last day of storage is past. Each record carries its month and its day as search terms, so that a
 * clock that has jumped over years finds everything with few questions and no list of days kept.
 */
final class Retention {
    /** No system held data that expired before this month (Eurodac began in January 2003). */
    static final YearMonth FIRST_MONTH = YearMonth.of(2003, 1);

    private static final String MONTH = "expiresMonth";
    private static final String DAY = "expiresDay";
    private static final int TERMS_PER_QUESTION = 120;

    private final Documents documents;
    private final SystemId system;

    Retention(Documents documents, SystemId system) {
        this.documents = documents;
        this.system = system;
    }

    static List<SearchTerm> terms(Optional<LocalDate> retentionUntil) {
        return retentionUntil
                .map(day -> List.of(
                        SearchTerm.of(MONTH, YearMonth.from(day).toString()), SearchTerm.of(DAY, day.toString())))
                .orElse(List.of());
    }

    /** Some records that have expired, at most {@value Documents#MAX_RESULTS}; empty when none is left. */
    List<OriginRecord> expired(LocalDate today) {
        List<SearchTerm> terms = pastTerms(today);
        for (int i = 0; i < terms.size(); i += TERMS_PER_QUESTION) {
            List<SearchTerm> part = terms.subList(i, Math.min(terms.size(), i + TERMS_PER_QUESTION));
            List<Stored<OriginRecord>> found = documents.find(RecordTypes.records(system), part, Documents.MAX_RESULTS);
            if (!found.isEmpty()) {
                return found.stream().map(RecordTypes::versioned).toList();
            }
        }
        return List.of();
    }

    private static List<SearchTerm> pastTerms(LocalDate today) {
        List<SearchTerm> terms = new ArrayList<>();
        YearMonth current = YearMonth.from(today);
        for (YearMonth month = FIRST_MONTH; month.isBefore(current); month = month.plusMonths(1)) {
            terms.add(SearchTerm.of(MONTH, month.toString()));
        }
        for (LocalDate day = current.atDay(1); day.isBefore(today); day = day.plusDays(1)) {
            terms.add(SearchTerm.of(DAY, day.toString()));
        }
        return terms;
    }
}
