package org.polyonym.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.PartialDate;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.SearchQuery;
import org.polyonym.registry.SearchQuery.Mode;

/** Checks candidates that share a key with a query, and ranks what fits. Pure functions; thread-safe. */
public final class RecordScorer {
    private static final double NAME_WEIGHT = 0.6;
    private static final double DATE_WEIGHT = 0.3;
    private static final double NATIONALITY_WEIGHT = 0.1;
    private static final double SIMILAR = 0.8;
    private static final double MISSING = 0.5;

    private RecordScorer() {}

    /** The candidates that fit, best first, at most {@code limit}. */
    public static List<RecordMatch> rank(SearchQuery query, List<OriginRecord> candidates, int limit) {
        return candidates.stream()
                .flatMap(record -> match(query, record).stream())
                .sorted(Comparator.comparingDouble(RecordMatch::similarity)
                        .reversed()
                        .thenComparing(m -> m.record().ref().text()))
                .limit(limit)
                .toList();
    }

    /** Whether one record fits, by identity data, by document or both. */
    public static Optional<RecordMatch> match(SearchQuery query, OriginRecord record) {
        double identity = identity(query, record.identity());
        double document = document(query, record.documents());
        if (identity == 0 && document == 0) {
            return Optional.empty();
        }
        return Optional.of(new RecordMatch(record, identity > 0, document > 0, Math.max(identity, document)));
    }

    private static double identity(SearchQuery query, IdentityData record) {
        IdentityData asked = query.identity();
        if (asked.names().isEmpty() && asked.birthDate().year() == 0) {
            return 0;
        }
        double name = asked.names().isEmpty() ? 1 : names(query, record);
        double date = date(asked.birthDate(), record.birthDate(), query.mode());
        double nationality = nationality(asked.nationalities(), record.nationalities(), query.mode());
        if (name == 0 || date == 0 || nationality == 0 || contradicts(asked, record, query.mode())) {
            return 0;
        }
        return NAME_WEIGHT * name + DATE_WEIGHT * date + NATIONALITY_WEIGHT * nationality;
    }

    private static double names(SearchQuery query, IdentityData record) {
        return query.identity().names().stream()
                .map(Harmonisation::name)
                .flatMapToDouble(asked -> record.names().stream()
                        .map(Harmonisation::name)
                        .mapToDouble(held -> name(asked, held, query.mode())))
                .max()
                .orElse(0);
    }

    private static double name(HarmonisedName asked, HarmonisedName held, Mode mode) {
        if (mode == Mode.EXACT) {
            return equal(asked.family(), held.family()) && equal(asked.given(), held.given()) ? 1 : 0;
        }
        boolean whole = !asked.family().isAbsent() && !asked.given().isAbsent();
        CategoryClass outcome =
                whole && !(held.family().isAbsent() && held.given().isAbsent())
                        ? NameRules.compare(asked, held).outcome()
                        : CategoryClass.MISSING;
        return switch (outcome) {
            case SAME -> 1;
            case SIMILAR -> SIMILAR;
            case DIFFERENT -> 0;
            case MISSING -> single(asked, held);
        };
    }

    /** A query or a record with one field only: that field must fit one of the other's fields. */
    private static double single(HarmonisedName asked, HarmonisedName held) {
        List<HarmonisedText> askedFields = present(asked);
        List<HarmonisedText> heldFields = present(held);
        boolean fits = askedFields.stream()
                .anyMatch(a -> heldFields.stream()
                        .anyMatch(h -> FieldRules.compare(a, h).fits()));
        boolean onlyField = askedFields.size() == 1 || heldFields.size() == 1;
        return fits && onlyField ? SIMILAR : 0;
    }

    private static List<HarmonisedText> present(HarmonisedName name) {
        return Stream.of(name.family(), name.given()).filter(f -> !f.isAbsent()).toList();
    }

    private static boolean equal(HarmonisedText asked, HarmonisedText held) {
        return asked.isAbsent()
                || FieldRules.same(asked, held)
                || asked.spaced().equals(held.spaced());
    }

    private static double date(PartialDate asked, PartialDate held, Mode mode) {
        if (asked.year() == 0 || asked.equals(held)) {
            return 1;
        }
        if (!asked.isFull() || !held.isFull()) {
            return BirthDateRules.contradict(asked, held) ? 0 : MISSING;
        }
        boolean similar = BirthDateRules.compare(asked, held).outcome() == CategoryClass.SIMILAR;
        return mode == Mode.ONE_EDIT && similar ? SIMILAR : 0;
    }

    /** A nationality that is held otherwise sinks a one-edit match and excludes an exact one. */
    private static double nationality(List<Country> asked, List<Country> held, Mode mode) {
        if (asked.isEmpty() || held.isEmpty() || asked.stream().anyMatch(held::contains)) {
            return 1;
        }
        return mode == Mode.EXACT ? 0 : MISSING;
    }

    private static boolean contradicts(IdentityData asked, IdentityData held, Mode mode) {
        boolean sexes = known(asked.sex()) && known(held.sex()) && asked.sex() != held.sex();
        boolean places = mode == Mode.EXACT
                && OriginRules.place(asked.birthPlace(), held.birthPlace()).outcome() == CategoryClass.DIFFERENT;
        return sexes || places;
    }

    private static boolean known(Sex sex) {
        return sex == Sex.F || sex == Sex.M;
    }

    private static double document(SearchQuery query, List<TravelDocument> held) {
        return query.documents().stream()
                .flatMapToDouble(asked -> held.stream().mapToDouble(h -> document(asked, h, query.mode())))
                .max()
                .orElse(0);
    }

    private static double document(TravelDocument asked, TravelDocument held, Mode mode) {
        if (DocumentComparison.same(asked, held)) {
            return 1;
        }
        boolean comparable =
                asked.type().equals(held.type()) && asked.issuingState().equals(held.issuingState());
        boolean edited = Edits.oneEdit(DocumentComparison.number(asked), DocumentComparison.number(held));
        return mode == Mode.ONE_EDIT && comparable && edited ? SIMILAR : 0;
    }
}
