Feature: A bad connector sinks nothing

  Scenario Outline: A connector that <fault>
    Given the operator deploys the bad connector <connector>
    And border guards of MS-3 search for somebody else
    When border guards of MS-3 search for the person that brings out the fault
    Then every other source has answered before its time was over
    And every other source has answered as fast as before
    And within 5 seconds the connector is in quarantine, with "<reason>" in the reason
    And the platform has been ready all the time
    When border guards of MS-3 search for somebody else
    Then every source has answered as fast as before
    And <system> is UNAVAILABLE

    Examples:
      | connector        | system               | fault                         | reason    |
      | throws           | BAD-THROWS           | throws an exception           | exception |
      | throws-error     | BAD-THROWS-ERROR     | throws an error               | error     |
      | hangs            | BAD-HANGS            | hangs                         | in time   |
      | floods           | BAD-FLOODS           | gives more items than it says | more than |
      | other-system     | BAD-OTHER-SYSTEM     | answers for another system    | another   |
      | leaks-threads    | BAD-LEAKS-THREADS    | leaves threads behind         | threads   |
      | ignores-deadline | BAD-IGNORES-DEADLINE | goes on after its deadline    | in time   |

  Scenario: A connector that answers with a gigabyte holds up the others while memory is looked for, and then no more
    Given the operator deploys the bad connector gigabyte
    When border guards of MS-3 search for the person that brings out the fault
    Then every other source has answered before its time was over
    And within 5 seconds the connector is in quarantine, with "memory" in the reason
    And the platform has been ready all the time
    When border guards of MS-3 search for somebody else
    Then every other source has answered before its time was over
    And BAD-GIGABYTE is UNAVAILABLE
