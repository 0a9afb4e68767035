package org.polyonym.simulation.europe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polyonym.model.IdentityData;

class PopulationTest {
    private final List<Person> people = Population.of(14, Population.DEFAULT_SIZE);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Population.of(14, 50)).isEqualTo(Population.of(14, 50)).isNotEqualTo(Population.of(15, 50));
    }

    @Test
    void hidesTheAttackerAmongNamesakesTwinsAndCollisions() {
        IdentityData attacker = Ber14.alias(1).identity();
        assertThat(people).hasSizeGreaterThanOrEqualTo(300);
        assertThat(people).anyMatch(p -> p.identity().names().equals(attacker.names()));
        assertThat(people).anyMatch(p -> p.identity().birthDate().equals(attacker.birthDate()));
        assertThat(people)
                .anyMatch(p -> p.documents().stream().anyMatch(d -> d.number().equals(Ber14.FORGED_CARD_NUMBER)));
        assertThat(people.stream().filter(p -> p.role().equals("twin"))).hasSize(10);
    }

    @Test
    void givesEveryPersonAKeyOfTheirOwn() {
        assertThat(people.stream().map(Person::key).distinct()).hasSameSizeAs(people);
    }

    @Test
    void knowsFourteenIdentitiesOfWhichEightCanBeLinked() {
        assertThat(Ber14.all()).hasSize(14);
        assertThat(Ber14.all().stream().filter(Ber14.Alias::linkable).map(Ber14.Alias::n))
                .containsExactly(2, 3, 6, 7, 10, 11, 12, 14);
    }
}
