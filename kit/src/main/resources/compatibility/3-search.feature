Feature: The connector finds

  Background:
    Given it is started

  Scenario: The known person is found
    When the known person is searched for
    Then the known record is among the answers

  Scenario: Answers are of its own system only
    When the known person is searched for
    Then every answer is a record of the described system

  Scenario: Answers hold declared categories only
    When the known person is searched for
    Then every answer holds declared categories only

  Scenario: Answers are whole and of bearable size
    When the known person is searched for
    Then every answer is whole and of bearable size

  Scenario: It bears a search by each declared field alone
    Then a search for the known person by each declared field alone breaks nothing

  Scenario: A record is fetched by its identifier, or never
    Then the known record is fetched as the kit file says
    And an unknown record is not there
