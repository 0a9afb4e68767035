package org.polyonym.simulation.europe;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.polyonym.model.Country;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;

/**
 * The honest people in whose midst a case happens: seeded, the same for the same seed. Among them are namesakes of the
 * attacker, people with his birth date, one whose passport has the number of his forged card, and identical twins.
 */
public final class Population {
    /** Fewest people besides the special ones. */
    public static final int DEFAULT_SIZE = 300;

    private static final long FIRST_KEY = 1_000;
    private static final int TWIN_PAIRS = 5;
    private static final int FOUR_FINGER_EVERY = 5;
    private static final String[] GIVEN = {
        "Amir", "Bela", "Carim", "Dana", "Elif", "Faris", "Gita", "Hadi", "Ilan", "Jona", "Kaja", "Lina", "Malik",
        "Nora", "Omar", "Petar", "Rana", "Sami", "Tarek", "Una", "Vesna", "Yusuf", "Zora", "Nadir", "Karim", "Ahmed"
    };
    private static final String[] FIRST = {
        "Ba", "Ce", "Dro", "Fa", "Gre", "Ha", "Ju", "Ka", "Lo", "Ma", "Ni", "O", "Pra", "Ru", "Sa", "Ti", "Vo", "Za"
    };
    private static final String[] MIDDLE = {"da", "le", "mi", "no", "ra", "su", "te", "vi", "lo", "ki", "ze", "ba"};
    private static final String[] LAST = {"ni", "ric", "mann", "dou", "shi", "vski", "tti", "lek", "ran", "sen", "dar"};
    private static final String[] STATES = {"XAA", "XBB", "XCC", "UTO"};

    private final SplittableRandom random;

    private Population(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Makes the population: {@code size} ordinary people and the special ones. */
    public static List<Person> of(long seed, int size) {
        return new Population(seed).make(size);
    }

    private List<Person> make(int size) {
        List<Person> people = new ArrayList<>(special());
        for (int i = 0; i < TWIN_PAIRS; i++) {
            people.addAll(twins(FIRST_KEY - 100 + i));
        }
        for (int i = 0; i < size; i++) {
            List<FingerPosition> fingers = i % FOUR_FINGER_EVERY == 0
                    ? PrintSource.FOUR_FINGERS
                    : List.of(FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_INDEX);
            people.add(new Person(FIRST_KEY + i, identity(), List.of(passport()), fingers, "ordinary"));
        }
        return List.copyOf(people);
    }

    private List<Person> special() {
        List<Person> people = new ArrayList<>();
        long key = 500;
        people.add(special(key++, "SELMANI", "Nadir", "1991-11-22", "namesake with the same birth date"));
        people.add(special(key++, "SELMANI", "Nadir", "1984-03-02", "namesake"));
        people.add(special(key++, "HADDOU", "Karim", "1979-07-19", "namesake"));
        people.add(special(key++, "ZARAN", "Ahmed", "1995-01-01", "namesake with the same placeholder birth date"));
        people.add(special(key++, "DROVILEK", "Sami", "1991-11-22", "same birth date"));
        people.add(special(key++, "KATENSEN", "Petar", "1992-12-22", "same birth date"));
        TravelDocument collision = new TravelDocument(
                "P", Ber14.FORGED_CARD_NUMBER, Country.of("UTO"), Optional.of(LocalDate.of(2024, 5, 1)));
        Person owner = special(key, "MARIANI", "Luca", "1988-09-30", "same document number, other state");
        people.add(new Person(owner.key(), owner.identity(), List.of(collision), owner.fingers(), owner.role()));
        return people;
    }

    private Person special(long key, String family, String given, String birth, String role) {
        IdentityData identity = new IdentityData(
                List.of(PersonName.current(family, given)),
                PartialDate.of(birth),
                "Town " + (key % 7),
                Optional.of(Country.of("XAA")),
                Sex.M,
                List.of(Country.of("XAA")));
        return new Person(key, identity, List.of(passport()), PrintSource.FOUR_FINGERS, role);
    }

    private List<Person> twins(long key) {
        IdentityData first = identity();
        PersonName second =
                PersonName.current(first.names().getFirst().familyName(), GIVEN[random.nextInt(GIVEN.length)]);
        IdentityData other = new IdentityData(
                List.of(second),
                first.birthDate(),
                first.birthPlace(),
                first.birthCountry(),
                first.sex(),
                first.nationalities());
        return List.of(
                new Person(key, first, List.of(passport()), PrintSource.FOUR_FINGERS, "twin"),
                new Person(Person.FIRST_TWIN_KEY + key, other, List.of(passport()), PrintSource.FOUR_FINGERS, "twin"));
    }

    private IdentityData identity() {
        Country state = Country.of(pick(STATES));
        boolean january = random.nextInt(100) < 3;
        PartialDate birth = new PartialDate(
                1945 + random.nextInt(45), january ? 1 : 1 + random.nextInt(12), january ? 1 : 1 + random.nextInt(28));
        return new IdentityData(
                List.of(PersonName.current(surname(), pick(GIVEN))),
                birth,
                "Town " + random.nextInt(40),
                Optional.of(state),
                random.nextBoolean() ? Sex.M : Sex.F,
                List.of(state));
    }

    private String surname() {
        String middle = random.nextInt(3) == 0 ? pick(MIDDLE) + pick(MIDDLE) : pick(MIDDLE);
        return pick(FIRST) + middle + pick(LAST);
    }

    private TravelDocument passport() {
        String number = "P" + (10_000_000 + random.nextInt(89_999_999));
        return new TravelDocument("P", number, Country.of(pick(STATES)), Optional.of(LocalDate.of(2027, 6, 30)));
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
