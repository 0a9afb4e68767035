package org.polyonym.identity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.SearchQuery;
import org.polyonym.registry.SearchQuery.Mode;

/**
 * Keys under which a record is found. A record and a query that fit exactly or within one rule share at least one key;
 * {@link RecordScorer} then decides. Words are keyed alone and together with the year and with the day and month of birth,
 * never by date alone when a name is given, so a name with a birth date finds namesakes of about that date and not a whole
 * birthday. Each word stands for itself, for its one-letter deletions (one edit), its sorted letters (two letters inverted)
 * and its romanisation skeletons.
 *
 * <p>Namespaces: {@code n:} word, {@code y:} word and year, {@code m:} word, month and day, {@code b:} birth date, {@code d:}
 * document number, {@code e:} document number with a character left out. A key has at most {@value #MAX_LENGTH} characters.
 * Candidates of a query are limited to {@value #MAX_CANDIDATES}; ask the store for one more to know whether that cut the
 * list, and say so.
 */
public final class SearchKeys {
    /** Longest key. */
    public static final int MAX_LENGTH = 60;
    /** Most candidates that one query may load for scoring. */
    public static final int MAX_CANDIDATES = 1_000;

    private static final int LONGEST_WORD = 40;
    /** A deletion of a shorter word would stand for half the alphabet. */
    private static final int SHORTEST_FOR_DELETION = 3;

    private SearchKeys() {}

    /** Keys of a record. */
    public static Set<String> ofRecord(IdentityData identity, List<TravelDocument> documents) {
        Set<String> keys = new LinkedHashSet<>();
        for (PersonName name : identity.names()) {
            for (String form : forms(words(Harmonisation.name(name)), Mode.ONE_EDIT)) {
                keys.add("n:" + form);
                keys.add("y:" + form + "." + identity.birthDate().year());
                keys.add("m:" + form + "." + monthDay(identity.birthDate()));
            }
        }
        if (identity.birthDate().year() != 0) {
            keys.add("b:" + identity.birthDate());
        }
        documents.forEach(d -> keys.addAll(documentKeys(d, Mode.ONE_EDIT)));
        return keys;
    }

    /** Keys to look for; empty when the query has nothing selective. */
    public static Set<String> ofQuery(SearchQuery query) {
        Set<String> keys = new LinkedHashSet<>();
        IdentityData identity = query.identity();
        Set<Integer> years = Calendars.relatedYears(identity.birthDate());
        for (PersonName name : identity.names()) {
            HarmonisedName harmonised = Harmonisation.name(name);
            PartialDate date = identity.birthDate();
            Set<String> words = date.year() == 0 ? mainWords(harmonised) : words(harmonised);
            for (String form : forms(words, query.mode())) {
                keys.addAll(date.year() == 0 ? Set.of("n:" + form) : datedKeys(form, date, years, query.mode()));
            }
        }
        if (identity.names().isEmpty() && identity.birthDate().year() != 0) {
            keys.add("b:" + identity.birthDate());
        }
        query.documents().forEach(d -> keys.addAll(documentKeys(d, query.mode())));
        return keys;
    }

    /** A wrong digit leaves the year or the day and month; exchanged day and month leave the year. */
    private static Set<String> datedKeys(String form, PartialDate date, Set<Integer> years, Mode mode) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("y:" + form + "." + date.year());
        keys.add("y:" + form + ".0");
        if (mode == Mode.ONE_EDIT && date.isFull()) {
            keys.add("m:" + form + "." + monthDay(date));
            years.forEach(year -> keys.add("y:" + form + "." + year));
        }
        return keys;
    }

    private static String monthDay(PartialDate date) {
        return String.format(Locale.ROOT, "%02d%02d", date.month(), date.day());
    }

    /** Without a birth date only the surname is looked for, or the forename when there is no surname. */
    private static Set<String> mainWords(HarmonisedName name) {
        HarmonisedText main = name.family().isAbsent() ? name.given() : name.family();
        return words(List.of(main));
    }

    private static Set<String> words(HarmonisedName name) {
        return words(List.of(name.family(), name.given()));
    }

    /** Words without particles, and each field written as one word. */
    private static Set<String> words(Collection<HarmonisedText> fields) {
        Set<String> words = new LinkedHashSet<>();
        for (HarmonisedText field : fields) {
            field.words().stream().filter(w -> !Harmonisation.isParticle(w)).forEach(words::add);
            if (!field.isAbsent()) {
                words.add(field.joined());
            }
        }
        return words.stream()
                .map(w -> w.substring(0, Math.min(w.length(), LONGEST_WORD)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> forms(Set<String> words, Mode mode) {
        Set<String> forms = new LinkedHashSet<>();
        for (String word : words) {
            forms.add(word);
            if (mode == Mode.ONE_EDIT) {
                forms.add("=" + Edits.sorted(word));
                Romanisation.skeletons(word).forEach(s -> forms.add("~" + s));
                if (word.length() >= SHORTEST_FOR_DELETION) {
                    Edits.deletions(word).forEach(d -> forms.add("-" + d));
                }
                forms.add("-" + word);
            }
        }
        return forms;
    }

    private static Set<String> documentKeys(TravelDocument document, Mode mode) {
        String number = DocumentComparison.number(document);
        if (mode == Mode.EXACT) {
            return Set.of("d:" + number);
        }
        return Stream.concat(
                        Stream.of("d:" + number, "e:" + number),
                        Edits.deletions(number).stream().map(d -> "e:" + d))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
