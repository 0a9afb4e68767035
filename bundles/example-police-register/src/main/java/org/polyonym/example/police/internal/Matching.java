package org.polyonym.example.police.internal;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.polyonym.connector.MatchedBy;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.SearchQuery;

/** Whether a record fits a search. Pure; treats nothing that is given as a pattern. */
final class Matching {
    private Matching() {}

    /** What the record is found by; empty when it does not fit. */
    static Set<MatchedBy> of(SearchQuery query, IdentityData identity, List<TravelDocument> documents) {
        Set<MatchedBy> by = EnumSet.noneOf(MatchedBy.class);
        if (query.documents().stream().anyMatch(asked -> documents.stream().anyMatch(d -> same(asked, d)))) {
            by.add(MatchedBy.DOCUMENT);
        }
        if (named(query, identity) && agree(query.identity().birthDate(), identity.birthDate())) {
            by.add(MatchedBy.IDENTITY);
        }
        return by;
    }

    private static boolean same(TravelDocument a, TravelDocument b) {
        return a.type().equals(b.type())
                && a.issuingState().equals(b.issuingState())
                && plain(a.number()).equals(plain(b.number()));
    }

    private static boolean named(SearchQuery query, IdentityData identity) {
        int edits = query.mode() == SearchQuery.Mode.ONE_EDIT ? 1 : 0;
        return query.identity().names().stream()
                .anyMatch(asked -> identity.names().stream().anyMatch(known -> named(asked, known, edits)));
    }

    private static boolean named(PersonName asked, PersonName known, int edits) {
        return fits(asked.familyName(), known.familyName(), edits)
                && fits(asked.givenNames(), known.givenNames(), edits);
    }

    /** A part that was not asked for fits; one of which nothing is left when it is made plain fits nothing. */
    private static boolean fits(String asked, String known, int edits) {
        String plain = plain(asked);
        return asked.isEmpty() || (!plain.isEmpty() && within(edits, plain, plain(known)));
    }

    /** Unknown parts agree with anything. */
    private static boolean agree(PartialDate a, PartialDate b) {
        return agree(a.year(), b.year()) && agree(a.month(), b.month()) && agree(a.day(), b.day());
    }

    private static boolean agree(int a, int b) {
        return a == 0 || b == 0 || a == b;
    }

    private static String plain(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        return letters.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether so many letters changed, added or left out make one text of the other. */
    private static boolean within(int edits, String a, String b) {
        int start = 0;
        int least = Math.min(a.length(), b.length());
        while (start < least && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        if (start == a.length() && start == b.length()) {
            return true;
        }
        String restA = a.substring(start);
        String restB = b.substring(start);
        return edits > 0
                && (tail(restA, 1).equals(tail(restB, 1))
                        || restA.equals(tail(restB, 1))
                        || tail(restA, 1).equals(restB));
    }

    private static String tail(String text, int from) {
        return text.substring(Math.min(from, text.length()));
    }
}
