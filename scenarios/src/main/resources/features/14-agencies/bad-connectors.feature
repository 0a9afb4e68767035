Feature: A bad connector sinks nothing

  Scenario Outline: A connector that <fault>
    Given the operator deploys the bad connector <connector>
    When border guards of MS-3 search for the person that brings out the fault
    Then every other source has answered within 1 second
    And <system> is named unavailable or is empty
    And within 5 seconds the connector is in quarantine because it <reason>
    And the platform has been ready all the time
    When a border guard of MS-3 searches for the person that brings out the fault again
    Then every source has answered within 1 second
    And <system> is UNAVAILABLE

    Examples:
      | connector        | system               | fault                              | reason  |
      | throws           | BAD-THROWS           | throws an exception                | failed  |
      | throws-error     | BAD-THROWS-ERROR     | throws an error                    | failed  |
      | hangs            | BAD-HANGS            | hangs                              | time    |
      | floods           | BAD-FLOODS           | gives more items than it says      | more    |
      | gigabyte         | BAD-GIGABYTE         | answers with a gigabyte            | memory  |
      | other-system     | BAD-OTHER-SYSTEM     | answers for another system         | other   |
      | leaks-threads    | BAD-LEAKS-THREADS    | leaves threads behind              | threads |
      | ignores-deadline | BAD-IGNORES-DEADLINE | goes on after its deadline         | deadline |
