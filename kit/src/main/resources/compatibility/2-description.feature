Feature: The connector describes itself

  Scenario: The description is complete and its limits are in range
    When it is started
    Then the description is complete
    And the limits are in range

  Scenario: The description comes at once and never changes
    When it is started
    Then the description is given within a second
    And the description is the same after a search

  Scenario: The health is told within a second
    When it is started
    Then the health is told within a second
    And the connector is healthy
