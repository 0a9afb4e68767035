package org.polyonym.esp.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.SearchField;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.registry.SearchQuery;

/**
 * What is searched with. A source gets only the keys that its own law and the profile let it be searched with (IO 9(2)).
 *
 * @param query identity data and documents
 * @param samples fingerprint images
 */
record SearchKeys(SearchQuery query, List<BiometricSample> samples) {
    /** The same without what is not allowed. */
    SearchKeys cutTo(Set<SearchField> allowed) {
        IdentityData all = query.identity();
        IdentityData identity = new IdentityData(
                all.names().stream().flatMap(n -> cut(n, allowed).stream()).toList(),
                allowed.contains(SearchField.BIRTH_DATE) ? all.birthDate() : PartialDate.UNKNOWN,
                allowed.contains(SearchField.BIRTH_PLACE) ? all.birthPlace() : "",
                all.birthCountry().filter(c -> allowed.contains(SearchField.BIRTH_PLACE)),
                allowed.contains(SearchField.SEX) ? all.sex() : Sex.U,
                allowed.contains(SearchField.NATIONALITY) ? all.nationalities() : List.of());
        return new SearchKeys(
                new SearchQuery(
                        identity,
                        allowed.contains(SearchField.TRAVEL_DOCUMENT) ? query.documents() : List.of(),
                        query.mode()),
                allowed.contains(SearchField.FINGERPRINTS) ? samples : List.of());
    }

    private static Optional<PersonName> cut(PersonName name, Set<SearchField> allowed) {
        String family = allowed.contains(SearchField.FAMILY_NAME) ? name.familyName() : "";
        String given = allowed.contains(SearchField.GIVEN_NAMES) ? name.givenNames() : "";
        return family.isEmpty() && given.isEmpty()
                ? Optional.empty()
                : Optional.of(new PersonName(name.kind(), family, given));
    }

    /** Whether anything is left that selects persons; sex or nationality alone would select half a system. */
    boolean selective() {
        return !query.identity().names().isEmpty()
                || query.identity().birthDate().year() != 0
                || !query.documents().isEmpty()
                || !samples.isEmpty();
    }

    /** Kinds of data searched with, for the log; never the data. */
    Set<SearchField> fields() {
        Set<SearchField> fields = EnumSet.noneOf(SearchField.class);
        IdentityData identity = query.identity();
        identity.names().forEach(n -> {
            add(fields, SearchField.FAMILY_NAME, !n.familyName().isEmpty());
            add(fields, SearchField.GIVEN_NAMES, !n.givenNames().isEmpty());
        });
        add(fields, SearchField.BIRTH_DATE, identity.birthDate().year() != 0);
        add(fields, SearchField.BIRTH_PLACE, !identity.birthPlace().isEmpty());
        add(fields, SearchField.SEX, identity.sex() != Sex.U);
        add(fields, SearchField.NATIONALITY, !identity.nationalities().isEmpty());
        add(fields, SearchField.TRAVEL_DOCUMENT, !query.documents().isEmpty());
        add(fields, SearchField.FINGERPRINTS, !samples.isEmpty());
        return fields;
    }

    private static void add(Set<SearchField> fields, SearchField field, boolean there) {
        if (there) {
            fields.add(field);
        }
    }
}
