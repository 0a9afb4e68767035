package org.polyonym.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.SearchField;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;

/**
 * Alphanumeric search. What is empty is not searched with.
 *
 * @param identity identity data; names, birth date, sex, nationality, birth place as far as given
 * @param documents travel documents
 * @param mode how names and numbers are compared
 */
public record SearchQuery(IdentityData identity, List<TravelDocument> documents, Mode mode) {
    /** How close a match must be. */
    public enum Mode {
        /** Equal after harmonisation. */
        EXACT,
        /** Equal, known transliteration, or one edit per name part. */
        ONE_EDIT
    }

    /** Fills what is missing and copies the list. */
    public SearchQuery {
        identity = identity == null ? IdentityData.NONE : identity;
        documents = documents == null ? List.of() : List.copyOf(documents);
        mode = mode == null ? Mode.ONE_EDIT : mode;
    }

    /** The same without what may not be searched with (IO 9(2)). */
    public SearchQuery cutTo(Set<SearchField> allowed) {
        IdentityData cut = new IdentityData(
                identity.names().stream().flatMap(n -> cut(n, allowed).stream()).toList(),
                allowed.contains(SearchField.BIRTH_DATE) ? identity.birthDate() : PartialDate.UNKNOWN,
                allowed.contains(SearchField.BIRTH_PLACE) ? identity.birthPlace() : "",
                identity.birthCountry().filter(c -> allowed.contains(SearchField.BIRTH_PLACE)),
                allowed.contains(SearchField.SEX) ? identity.sex() : Sex.U,
                allowed.contains(SearchField.NATIONALITY) ? identity.nationalities() : List.of());
        return new SearchQuery(cut, allowed.contains(SearchField.TRAVEL_DOCUMENT) ? documents : List.of(), mode);
    }

    /** Whether anything is left that selects persons; sex or nationality alone would select half a system. */
    public boolean selective() {
        return !identity.names().isEmpty() || identity.birthDate().year() != 0 || !documents.isEmpty();
    }

    private static Optional<PersonName> cut(PersonName name, Set<SearchField> allowed) {
        String family = allowed.contains(SearchField.FAMILY_NAME) ? name.familyName() : "";
        String given = allowed.contains(SearchField.GIVEN_NAMES) ? name.givenNames() : "";
        return family.isEmpty() && given.isEmpty()
                ? Optional.empty()
                : Optional.of(new PersonName(name.kind(), family, given));
    }
}
