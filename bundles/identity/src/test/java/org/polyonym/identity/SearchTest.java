package org.polyonym.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.identity.SimilarityRulesTest.person;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.model.Authority;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.SearchQuery;
import org.polyonym.registry.SearchQuery.Mode;

class SearchTest {
    private static final TravelDocument PASSPORT = document("P", "X1234567", "XAA");
    private static final OriginRecord NADIR =
            record("EES/1", person("SELMANI", "Nadir", "1991-11-22", "XAA"), List.of(PASSPORT));

    @ParameterizedTest
    @CsvSource({
        "Selmani, Nadir, 1991-11-22, true",
        "SALMANI, Nadir, 1991-11-22, true",
        "SELMINA, Nadir, 1991-11-22, true",
        "SELMINA, Nadri, 1991-11-22, true",
        "SELMANI, Nadir ben Omar, 1991-11-22, true",
        "NADIR, Selmani, 1991-11-22, true",
        "SELMANI, Nadir, 1991-11-23, true",
        "SELMANI, Nadir, 1981-11-22, true",
        "SELMANI, Nadir, 1991-00-00, true",
        "SELMANI, Nadir, 0000-00-00, true",
        "SALMANI, Nader, 0000-00-00, true",
        "SALMANO, Karim, 1991-11-22, false",
        "SELMANI, Nadir, 1962-03-09, false",
        "HADDOU, Karim, 1991-11-22, false"
    })
    void findsWithinOneEditByKeysAndScore(String family, String given, String birthDate, boolean found) {
        SearchQuery query = query(person(family, given, birthDate, "XAA"), List.of(), Mode.ONE_EDIT);

        assertThat(search(query).isPresent()).isEqualTo(found);
    }

    @Test
    void exactModeTakesHarmonisedEqualityOnly() {
        assertThat(search(query(person("SÈLMANI", "nadir", "1991-11-22", "XAA"), List.of(), Mode.EXACT)))
                .isPresent();
        assertThat(search(query(person("SALMANI", "Nadir", "1991-11-22", "XAA"), List.of(), Mode.EXACT)))
                .isEmpty();
    }

    @Test
    void findsNativeScriptByLatinSpelling() {
        OriginRecord arabic = record("VIS/1", person("محمد", "أحمد", "1991-11-22", "XAA"), List.of());
        SearchQuery query = query(person("MOHAMMED", "Ahmad", "1991-11-22", "XAA"), List.of(), Mode.ONE_EDIT);

        assertThat(Collections.disjoint(keys(arabic), SearchKeys.ofQuery(query)))
                .isFalse();
        assertThat(RecordScorer.match(query, arabic)).isPresent();
    }

    @Test
    void documentIsFoundByNumberTypeAndStateTogether() {
        assertThat(byDocument("P", "x 123-4567", "XAA", Mode.EXACT)).isTrue();
        assertThat(byDocument("P", "X1234568", "XAA", Mode.EXACT)).isFalse();
        assertThat(byDocument("P", "X1234568", "XAA", Mode.ONE_EDIT)).isTrue();
        assertThat(byDocument("P", "X1234588", "XAA", Mode.ONE_EDIT)).isFalse();
        assertThat(byDocument("P", "X1234567", "XBB", Mode.ONE_EDIT)).isFalse();
        assertThat(byDocument("ID", "X1234567", "XAA", Mode.ONE_EDIT)).isFalse();
    }

    @Test
    void nameWithBirthDateDoesNotCallUpEverybodyOfThatDay() {
        OriginRecord other = record("EES/2", person("HADDOU", "Karim", "1991-11-22", "XAA"), List.of());
        Set<String> asked = SearchKeys.ofQuery(query(NADIR.identity(), List.of(), Mode.ONE_EDIT));

        assertThat(asked).isNotEmpty().doesNotContainAnyElementsOf(keys(other));
    }

    /** Detection finds candidates by search, so whatever the rules call same or similar must be found, in both directions. */
    @ParameterizedTest
    @CsvSource({
        "SELMANI/Nadir/1991-11-22, SELMANI/Nadir/1991-11-22",
        "MÜLLER/Jan/1991-11-22, MUELLER/Jan/1991-11-22",
        "MÜLLER/Jan/1991-11-22, MULLER/Jan/1991-11-22",
        "Шевченко/Тарас/1991-11-22, SCHEWTSCHENKO/TARAS/1991-11-22",
        "محمد/أحمد/1991-11-22, MUHAMAD/AHMED/1991-11-22",
        "Παπαδόπουλος/Γιώργος/1991-11-22, PAPADOPOULOS/GIORGOS/1991-11-22",
        "ALMAR/Mustafa/1991-11-22, EL AMAR/Moustapha/1991-11-22",
        "SELMANI/Nadir/1991-11-22, NADIR/Selmani/1991-11-22",
        "SELMANI/Nadir/1991-11-22, NADIR SELMANI//1991-11-22",
        "GARCIA LOPEZ/Ana/1991-11-22, LOPEZ GARCIA/Ana/1991-11-22",
        "SELMANI/Nadir/1991-11-22, SELMINA/Nidar/1991-11-22",
        "HADDOU/Karim/1991-11-22, HADDO/Carim/1991-11-22",
        "LI/An/1991-11-22, LIU/Ang/1991-11-22",
        "MEYER-LANG/O'Neil/1991-11-22, MEYER LANG/ONEIL/1991-11-22",
        "SELMANI/Nadir ben Omar/1991-11-22, SELMANI/Nadir/1991-11-22",
        "SELMANI/Nadir/1991-11-05, SELMINA/Nadri/1991-05-11",
        "SELMANI/Nadir/1991-11-22, SELMINA/Nadri/1981-11-22",
        "SELMANI/Nadir/1983-04-11, SELMINA/Nadri/1990-12-20",
        "SELMANI/Nadir/1982-01-01, SELMINA/Nadri/1981-12-31",
        "SELMANI/Nadir/1990-01-01, SELMINA/Nadri/1990-01-01"
    })
    void findsWhateverTheRulesCallSameOrSimilar(String one, String other) {
        IdentityData a = written(one);
        IdentityData b = written(other);
        assertThat(SimilarityRules.compare(a, b).identityClass()).isNotEqualTo(IdentityClass.DIFFERENT);

        assertThat(findsByKeyAndScore(a, b)).isTrue();
        assertThat(findsByKeyAndScore(b, a)).isTrue();
    }

    private static boolean findsByKeyAndScore(IdentityData asked, IdentityData held) {
        SearchQuery query = query(asked, List.of(), Mode.ONE_EDIT);
        OriginRecord record = record("EES/9", held, List.of());
        return !Collections.disjoint(SearchKeys.ofQuery(query), keys(record))
                && RecordScorer.match(query, record).isPresent();
    }

    private static IdentityData written(String text) {
        String[] parts = text.split("/");
        return person(parts[0], parts[1], parts[2], "XAA");
    }

    @Test
    void keysStayShortForTheLongestNames() {
        String longest = "Ä".repeat(200);
        OriginRecord record = record("EES/3", person(longest, longest, "1991-11-22", "XAA"), List.of(PASSPORT));

        assertThat(keys(record)).allMatch(k -> k.length() <= SearchKeys.MAX_LENGTH);
    }

    @Test
    void ranksTheExactMatchFirst() {
        OriginRecord near = record("EES/0", person("SALMANI", "Nadir", "1991-11-22", "XAA"), List.of());
        List<RecordMatch> ranked =
                RecordScorer.rank(query(NADIR.identity(), List.of(), Mode.ONE_EDIT), List.of(near, NADIR), 10);

        assertThat(ranked).extracting(m -> m.record().ref().recordId()).containsExactly("1", "0");
    }

    @Test
    void comparesTravelDocumentsOfTwoRecords() {
        TravelDocument other = document("P", "Y7654321", "XAA");

        assertThat(DocumentComparison.of(List.of(PASSPORT), List.of(other, PASSPORT)))
                .isEqualTo(DocumentComparison.SAME);
        assertThat(DocumentComparison.of(List.of(PASSPORT), List.of(other))).isEqualTo(DocumentComparison.OTHER);
        assertThat(DocumentComparison.of(List.of(PASSPORT), List.of())).isEqualTo(DocumentComparison.NA);
    }

    private static boolean byDocument(String type, String number, String state, Mode mode) {
        return search(query(IdentityData.NONE, List.of(document(type, number, state)), mode))
                .map(RecordMatch::byDocument)
                .orElse(false);
    }

    private static Optional<RecordMatch> search(SearchQuery query) {
        return Collections.disjoint(keys(NADIR), SearchKeys.ofQuery(query))
                ? Optional.empty()
                : RecordScorer.match(query, NADIR);
    }

    private static Set<String> keys(OriginRecord record) {
        return SearchKeys.ofRecord(record.identity(), record.documents());
    }

    private static SearchQuery query(IdentityData identity, List<TravelDocument> documents, Mode mode) {
        return new SearchQuery(identity, documents, mode);
    }

    private static TravelDocument document(String type, String number, String state) {
        return new TravelDocument(type, number, Country.of(state), Optional.empty());
    }

    private static OriginRecord record(String ref, IdentityData identity, List<TravelDocument> documents) {
        return new OriginRecord(
                OriginRef.of(ref),
                1,
                Authority.of("ASYLUM@MS-1"),
                "TEST",
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                identity,
                documents,
                List.of(),
                Map.of());
    }
}
