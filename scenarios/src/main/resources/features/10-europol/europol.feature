Feature: Europol data through QUEST

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Nadir | B1   | SALMANI | Nadir       | 1991-11-22 | XBB        |

  @R-EUP-01 @R-EUP-03
  Scenario: A member state searches the information system directly
    Given a Europol officer of EU registers Nadir in EUROPOL as EIS without biometrics with
      | handlingCode | H0 |
      | evaluation   | B2 |
    When a police officer of MS-2 searches for Nadir by name
    Then EUROPOL answers with the record of Nadir
    And EUROPOL says handlingCode "H0" about Nadir

  @R-EUP-02
  Scenario: Analysis data give hit or no hit and nothing else
    Given a Europol officer of EU registers Nadir in EUROPOL as ANALYSIS without biometrics with
      | handlingCode | H3 |
      | evaluation   | C3 |
    When a police officer of MS-2 searches for Nadir by name
    Then EUROPOL is ANSWERED
    And the answer nowhere says "SALMANI"
    And the answer says "contact Europol"

  @R-EUP-04
  Scenario: An item under H2 is not passed on without the provider's consent
    Given a Europol officer of EU registers Nadir in EUROPOL as EIS without biometrics with
      | handlingCode | H2 |
      | evaluation   | B2 |
    When a police officer of MS-2 forwards the Europol item on Nadir to POLICE of MS-3
    Then it is refused with PLY-4009
    When a police officer of MS-2 forwards the Europol item on Nadir to POLICE of MS-3 with the provider's consent
    Then it is accepted

  @R-EUP-06
  Scenario: The provider of matching data is told of the match
    Given a Europol officer of EU registers Nadir in EUROPOL as EIS without biometrics with
      | handlingCode | H0 |
      | evaluation   | A1 |
    When a police officer of MS-2 searches for Nadir by name
    Then a Europol officer of EU is told EUROPOL_MATCH
