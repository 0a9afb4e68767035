Feature: The bundle is a guest

  Scenario: It asks for nothing beyond the SPI and gives nothing away
    Then its manifest keeps the rules for guests

  Scenario: It registers one connector, for the system that it describes
    When it is started
    Then the service names the same system as the description, or none

  Scenario: Its classes keep no state
    When it is started
    Then no class has a static field that can change
