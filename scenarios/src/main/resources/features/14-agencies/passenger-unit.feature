Feature: A passenger information unit answers through the portal by its own directive

  Background:
    Given these people:
      | who   | surname | given names | born       | citizen of |
      | Tilda | MARVENO | Tilda       | 1988-07-14 | XAA        |
    And the passenger unit of MS-1 has the journey PNR-1 of Tilda received on 2026-6-1
    And the operator deploys the passenger unit of MS-1

  Scenario: Nothing is released before a person has reviewed the match
    When a law-enforcement officer of MS-1 searches for Tilda by name
    Then PNR-MS1 answers with nothing
    When an officer of the unit confirms the pending match
    And a law-enforcement officer of MS-1 searches for Tilda by name
    Then PNR-MS1 answers with its record PNR-1
    And the answer says "MARVENO"

  Scenario: A rejected match is never released
    When a law-enforcement officer of MS-1 searches for Tilda by name
    And an officer of the unit rejects the pending match
    And a law-enforcement officer of MS-1 searches for Tilda by name
    Then PNR-MS1 answers with nothing

  Scenario: After six months the name is masked, unless its disclosure is approved
    Given a law-enforcement officer of MS-1 searches for Tilda by name
    And an officer of the unit confirms the pending match
    And it is 2026-12-1
    When a law-enforcement officer of MS-1 searches for Tilda by name
    Then PNR-MS1 answers with its record PNR-1
    And the answer nowhere says "MARVENO"
    When the disclosure of PNR-1 is approved for the case
    And a law-enforcement officer of MS-1 searches for Tilda by name
    Then the answer says "MARVENO"

  Scenario: After five years the journey is erased
    Given a law-enforcement officer of MS-1 searches for Tilda by name
    And an officer of the unit confirms the pending match
    And it is 2031-6-1
    When a law-enforcement officer of MS-1 searches for Tilda by name
    Then PNR-MS1 answers with nothing
    And the passenger unit has no journey left

  Scenario: Law enforcement of another state asks through its own unit
    When a law-enforcement officer of MS-2 searches for Tilda by name
    Then PNR-MS1 answers with nothing
    And the passenger unit has no pending match
