package org.polyonym.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaseListTest {
    private static CaseList of(String feature) {
        CaseList cases = new CaseList();
        cases.add(List.of(feature.split("\n")));
        return cases;
    }

    @Test
    void letsASingleScenarioRunBesideOtherThings() {
        assertThat(of("""
                Feature: one
                  @C-02 @R-MID-1
                  Scenario: a
                    Given people
                """).reasons()).containsOnlyKeys("C-02").containsValue("");
    }

    @Test
    void keepsScenariosOfTheSamePeopleApart() {
        assertThat(of("""
                Feature: two
                  @MRS-17
                  Scenario: a
                    Given people
                  @MRS-17
                  Scenario: b
                    Given people
                """).reasons().get("MRS-17")).contains("2 scenarios");
    }

    @Test
    void keepsAwayWhatBreaksThePlatformForEverybody() {
        assertThat(of("""
                Feature: three
                  @C-43
                  Scenario: a
                    When the component esp is stopped
                  @C-44
                  Scenario: b
                    Then nothing
                """).reasons())
                .hasEntrySatisfying("C-43", reason -> assertThat(reason).contains("stops a component"))
                .containsEntry("C-44", "");
    }

    @Test
    void keepsAwayWhatNeedsAClusterOfItsOwn() {
        assertThat(of("""
                Feature: four
                  @cluster @C-33
                  Scenario: a
                    When a node dies
                  @C-34
                  Scenario: b
                    Then nothing
                """).reasons())
                .hasEntrySatisfying("C-33", reason -> assertThat(reason).contains("a cluster of its own"))
                .containsEntry("C-34", "");
    }
}
