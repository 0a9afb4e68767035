package org.polyonym.kit.steps;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.SearchField;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.registry.SearchQuery;

/** Cuts a search to the fields that a connector declares, as the portal does. */
final class Keys {
    private Keys() {}

    static SearchQuery cut(SearchQuery query, Set<SearchField> allowed) {
        IdentityData all = query.identity();
        IdentityData identity = new IdentityData(
                all.names().stream().flatMap(n -> cut(n, allowed).stream()).toList(),
                allowed.contains(SearchField.BIRTH_DATE) ? all.birthDate() : PartialDate.UNKNOWN,
                allowed.contains(SearchField.BIRTH_PLACE) ? all.birthPlace() : "",
                all.birthCountry().filter(c -> allowed.contains(SearchField.BIRTH_PLACE)),
                allowed.contains(SearchField.SEX) ? all.sex() : Sex.U,
                allowed.contains(SearchField.NATIONALITY) ? all.nationalities() : List.of());
        return new SearchQuery(
                identity, allowed.contains(SearchField.TRAVEL_DOCUMENT) ? query.documents() : List.of(), query.mode());
    }

    private static Optional<PersonName> cut(PersonName name, Set<SearchField> allowed) {
        String family = allowed.contains(SearchField.FAMILY_NAME) ? name.familyName() : "";
        String given = allowed.contains(SearchField.GIVEN_NAMES) ? name.givenNames() : "";
        return family.isEmpty() && given.isEmpty()
                ? Optional.empty()
                : Optional.of(new PersonName(name.kind(), family, given));
    }
}
