package org.polyonym.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagRulesTest {
    private final TagRules rules = new TagRules(Requirements.load());

    @Test
    void acceptsAScenarioWithThreeKnownIds() {
        assertThat(rules.breaches("a.feature", List.of("Feature: a", "@R-MID-11 @C-13 @R-MID-13", "Scenario: b")))
                .isEmpty();
    }

    @Test
    void refusesAnUnknownTagWithFileAndLine() {
        assertThat(rules.breaches("a.feature", List.of("Feature: a", "@R-MID-999", "Scenario: b")))
                .containsExactly("a.feature:3 unknown tag @R-MID-999");
    }

    @Test
    void refusesAFourthId() {
        List<String> lines = List.of("Feature: a", "@R-MID-01 @R-MID-02", "@R-MID-05 @R-MID-06", "Scenario: b");
        assertThat(rules.breaches("a.feature", lines))
                .singleElement()
                .asString()
                .contains("4 requirements");
    }

    @Test
    void countsTheTagOfScenariosThatNeedAClusterAsNoId() {
        List<String> lines = List.of("Feature: a", "@cluster @R-MID-01 @R-MID-02 @R-MID-05", "Scenario: b");
        assertThat(rules.breaches("a.feature", lines)).isEmpty();
        assertThat(rules.breaches("a.feature", List.of("Feature: a", "@clusters", "Scenario: b")))
                .isNotEmpty();
    }

    @Test
    void refusesTagsOnAFeature() {
        assertThat(rules.breaches("a.feature", List.of("@R-MID-01", "Feature: a")))
                .hasSize(1);
    }

    @Test
    void knowsEveryRequirementAndCaseOfTheCatalogue() {
        assertThat(Requirements.load().size()).isEqualTo(221 + 54 + 2);
    }
}
