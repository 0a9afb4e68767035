Feature: The connector survives any query

  Background:
    Given it is started

  Scenario Outline: <query>
    When it is asked <query>
    Then nobody is found and nothing breaks

    Examples:
      | query                                |
      | nothing at all                       |
      | with the longest names               |
      | with fifty names                     |
      | with twenty documents                |
      | with wildcards                       |
      | with a piece of SQL                  |
      | with control characters              |
      | with names in other scripts          |
      | with broken surrogates               |
      | with a country that does not exist   |
      | with a birth year alone              |
      | with a date that is rare             |
      | with the longest document number     |
      | with a surname alone                 |
      | with a given name alone              |

  Scenario: After all of them the known person is found
    When each of them is asked
    And the known person is searched for
    Then the known record is among the answers

  Scenario: The author's own bad queries
    Then nobody is found by the bad queries of the kit file
