package org.polyonym.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * Identity data of one record (IO 18(1), 27(3)). Names may be empty only for alerts on unknown wanted persons (SIS-P 40).
 *
 * @param names all names, the one in use first
 * @param birthDate {@link PartialDate#UNKNOWN} when not known
 * @param birthPlace town, empty when not known
 * @param birthCountry country of birth, where known
 * @param sex {@link Sex#U} when not known
 * @param nationalities any number
 */
public record IdentityData(
        List<PersonName> names,
        PartialDate birthDate,
        String birthPlace,
        Optional<Country> birthCountry,
        Sex sex,
        List<Country> nationalities) {
    /** Most names that one record may carry. */
    public static final int MAX_NAMES = 50;
    /** No identity data at all. */
    public static final IdentityData NONE =
            new IdentityData(List.of(), PartialDate.UNKNOWN, "", Optional.empty(), Sex.U, List.of());

    /** Fills what is missing and copies the lists. */
    public IdentityData {
        names = names == null ? List.of() : List.copyOf(names);
        birthDate = birthDate == null ? PartialDate.UNKNOWN : birthDate;
        birthPlace = birthPlace == null ? "" : birthPlace.strip();
        birthCountry = birthCountry == null ? Optional.empty() : birthCountry;
        sex = sex == null ? Sex.U : sex;
        nationalities = nationalities == null ? List.of() : List.copyOf(nationalities);
        if (names.size() > MAX_NAMES) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "names", "a record has at most 50 names");
        }
    }

    /** The same person data with one more name. */
    public IdentityData withName(PersonName name) {
        List<PersonName> more = Stream.concat(names.stream(), Stream.of(name)).toList();
        return new IdentityData(more, birthDate, birthPlace, birthCountry, sex, nationalities);
    }
}
