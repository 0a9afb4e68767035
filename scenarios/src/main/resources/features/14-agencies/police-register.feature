Feature: The police register of a Member State answers through the portal

  Background:
    Given the fourteen identities of the Berlin case
    And these people:
      | who     | surname | given names | born       | citizen of |
      | Joris   | TIRANTE | Joris       | 1979-10-30 | XDD        |
      | Nobody  | QUARBEN | Ysolt       | 1981-02-03 | XDD        |
    And the operator deploys the police register of MS-2

  @BER-14
  Scenario Outline: The dark identities of the Berlin case are found by the police of the state that knew them
    When a police officer of MS-2 searches for <who> by name
    Then POLICE-MS2 answers with its record <record>
    And the answer says "<surname>"

    Examples:
      | who | record          | surname |
      | N3  | MS2-A-2015-0731 | SELMINA |
      | N10 | MS2-G-2015-1204 | EL AMAR |
      | N12 | MS2-C-2016-0730 | BERTI   |

  @BER-14
  Scenario: Identities that no police ever met stay dark
    When a police officer of MS-2 searches for N9 by name
    Then POLICE-MS2 answers with nothing

  Scenario: Police of another state learn that there is an entry, and whom to ask
    When a police officer of MS-1 searches for N3 by name
    Then POLICE-MS2 answers with its record MS2-A-2015-0731
    And the answer nowhere says "SELMINA"
    And the answer nowhere says "THEFT"
    And the answer says "single point of contact of MS-2"

  Scenario: An entry that is restricted looks to another state like no entry
    When a police officer of MS-2 searches for Joris by name
    Then POLICE-MS2 answers with its record MS2-F-2016-0519
    When a police officer of MS-1 searches for Nobody by name
    And the shape of the answer is remembered
    And a police officer of MS-1 searches for Joris by name
    Then the answer has the remembered shape

  Scenario: Nobody whom the operator granted nothing hears of the register
    When a border guard of MS-2 searches for N3 by name
    Then the answer does not mention POLICE-MS2

  Scenario: When the register is removed, its right goes with it
    When the operator removes the police register of MS-2
    And a police officer of MS-2 searches for N3 by name
    Then the answer does not mention POLICE-MS2
