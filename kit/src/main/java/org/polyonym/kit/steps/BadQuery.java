package org.polyonym.kit.steps;

import io.cucumber.java.ParameterType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.NameKind;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.SearchQuery;

/** Queries that the types allow and a careless connector trips over. They fit no record of anybody. */
public record BadQuery(SearchQuery keys) {
    /** The name of nobody. */
    private static final String NOBODY = "QXZJVNOBODY";

    private static final int MOST_DOCUMENTS = 20;
    private static final int LONGEST_NUMBER = 40;
    private static final Map<String, BadQuery> ALL = Map.ofEntries(
            query("nothing at all", new SearchQuery(IdentityData.NONE, List.of(), SearchQuery.Mode.ONE_EDIT)),
            query("with the longest names", names("Q".repeat(PersonName.MAX_LENGTH))),
            query("with fifty names", fiftyNames()),
            query("with twenty documents", documents()),
            query("with wildcards", names("%", "*", "_", ".*", "?", "[A-Z]+", "^.*$")),
            query("with a piece of SQL", names("' OR '1'='1", "\"; DROP TABLE person; --", "') OR 1=1 /*")),
            query("with control characters", names("\u0000", "Q\u0007\u001b[2J", "Q\r\nX: y", "\u202eQXZ")),
            query("with names in other scripts", names("ΚΩΣΤΑΣΞΨ", "Щукжъ", "عبدظضغ", "龘齉爩", "ฎฏฐ", "😀🏴")),
            query("with broken surrogates", names("\ud83d", "Q\udc00Z", "\udfff\ud800")),
            query("with a country that does not exist", born(PartialDate.UNKNOWN, Optional.of(Country.of("QQQ")))),
            query("with a birth year alone", born(new PartialDate(1850, 0, 0), Optional.empty())),
            query("with a date that is rare", born(new PartialDate(2200, 2, 28), Optional.empty())),
            query("with the longest document number", document("Q".repeat(LONGEST_NUMBER))),
            query("with a surname alone", names(NOBODY)),
            query("with a given name alone", named(List.of(new PersonName(NameKind.CURRENT, "", NOBODY)))));

    /** Reads the name of a bad query. */
    @ParameterType(".+")
    public static BadQuery badQuery(String name) {
        return Optional.ofNullable(ALL.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no bad query is called '" + name + "'"));
    }

    /** Every one. */
    static List<BadQuery> all() {
        return List.copyOf(ALL.values());
    }

    /** A search for somebody who is not there. */
    static SearchQuery nobody() {
        return names(NOBODY);
    }

    private static SearchQuery named(List<PersonName> names) {
        return search(new IdentityData(names, PartialDate.UNKNOWN, "", Optional.empty(), Sex.U, List.of()), List.of());
    }

    private static SearchQuery names(String... surnames) {
        return named(Stream.of(surnames)
                .map(name -> new PersonName(NameKind.CURRENT, name, NOBODY))
                .toList());
    }

    private static SearchQuery fiftyNames() {
        return named(IntStream.range(0, IdentityData.MAX_NAMES)
                .mapToObj(i -> new PersonName(NameKind.ALIAS, NOBODY + i, NOBODY))
                .toList());
    }

    private static SearchQuery born(PartialDate date, Optional<Country> country) {
        List<PersonName> names = List.of(PersonName.current(NOBODY, NOBODY));
        return search(
                new IdentityData(
                        names, date, "", country, Sex.X, country.stream().toList()),
                List.of());
    }

    private static SearchQuery document(String number) {
        return search(IdentityData.NONE, List.of(new TravelDocument("P", number, Country.of("QQQ"), Optional.empty())));
    }

    private static SearchQuery documents() {
        return search(
                IdentityData.NONE,
                IntStream.range(0, MOST_DOCUMENTS)
                        .mapToObj(i -> new TravelDocument("P", NOBODY + i, Country.of("QQQ"), Optional.empty()))
                        .toList());
    }

    private static SearchQuery search(IdentityData identity, List<TravelDocument> documents) {
        return new SearchQuery(identity, documents, SearchQuery.Mode.ONE_EDIT);
    }

    private static Map.Entry<String, BadQuery> query(String name, SearchQuery keys) {
        return Map.entry(name, new BadQuery(keys));
    }
}
