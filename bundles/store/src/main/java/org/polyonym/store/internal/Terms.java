package org.polyonym.store.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.SearchTerm;

/** Search terms as rows. A term becomes one text, so that a single index serves every search. */
final class Terms {
    /** Longest value of a term, in characters. */
    static final int MAX_VALUE = 200;
    /** Most terms of one document, and most in one search. */
    static final int MAX_TERMS = 2_000;

    private Terms() {}

    /** {@code collection|name|value}; neither of the first two may hold the separator. */
    static String lookup(String collection, SearchTerm term) {
        boolean fits = term.name().matches("[A-Za-z0-9._-]{1,64}")
                && term.value().length() <= MAX_VALUE
                && term.value().indexOf('\0') < 0;
        if (!fits) {
            throw ProblemException.of(
                    ProblemType.INVALID_VALUE, "a search term has a name and at most " + MAX_VALUE + " characters");
        }
        return collection + "|" + term.name() + "|" + term.value();
    }

    static String[] lookups(String collection, Collection<SearchTerm> terms) {
        limit(terms);
        return terms.stream().map(term -> lookup(collection, term)).distinct().toArray(String[]::new);
    }

    static void insert(Jdbc jdbc, String collection, String id, Collection<SearchTerm> terms) {
        limit(terms);
        Map<String, Boolean> unique = new LinkedHashMap<>();
        terms.forEach(term -> unique.merge(lookup(collection, term), term.unique(), Boolean::logicalOr));
        List<Object[]> rows = unique.entrySet().stream()
                .map(e -> new Object[] {collection, id, e.getKey(), e.getValue() ? e.getKey() : null})
                .toList();
        jdbc.batch("INSERT INTO term (collection, id, lookup, unique_lookup) VALUES (?, ?, ?, ?)", rows);
    }

    static void delete(Jdbc jdbc, String collection, String id) {
        jdbc.update("DELETE FROM term WHERE collection = ? AND id = ?", collection, id);
    }

    private static void limit(Collection<SearchTerm> terms) {
        if (terms.size() > MAX_TERMS) {
            throw ProblemException.of(ProblemType.INVALID_VALUE, "more than " + MAX_TERMS + " search terms");
        }
    }
}
