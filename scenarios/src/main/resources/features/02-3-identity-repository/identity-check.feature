Feature: Identity checks by the police
  A patrol may ask the repository who somebody is, on one of five grounds, with prints taken live in the person's presence.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        |
      | Luca  | B1   | BERTI   | Luca        | 1990-03-14 | XEU        |
      | Mia   | B4   | LOMINI  | Mia         | 2015-03-01 | XAA        |
    And an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT

  @R-CIR-10
  Scenario: No check without one of the five grounds
    When a police patrol of MS-2 checks the identity of Luca without a ground
    Then it is refused with PLY-4001

  @R-CIR-10
  Scenario Outline: A check because of <ground>
    When a police patrol of MS-2 checks the identity of Luca because of <ground>
    Then the check identifies the person as Karim

    Examples:
      | ground               |
      | NO_DOCUMENT          |
      | IDENTITY_DOUBTED     |
      | DOCUMENT_DOUBTED     |
      | HOLDER_DOUBTED       |
      | UNABLE_OR_UNWILLING  |

  @R-CIR-11
  Scenario: A child under twelve only in its best interests
    When a police patrol of MS-2 checks the identity of Mia because of NO_DOCUMENT
    Then it is refused with PLY-4002
    When a police patrol of MS-2 checks the identity of Mia because of NO_DOCUMENT in the child's best interests
    Then the check identifies nobody

  @R-CIR-12
  Scenario: Stored pictures are refused
    When a police patrol of MS-2 checks the identity of Luca from stored pictures because of DOCUMENT_DOUBTED
    Then it is refused with PLY-4003

  @R-CIR-13
  Scenario: Injured fingers fall back to identity and document data
    When a police patrol of MS-2 checks the identity of Karim, whose fingers are injured, because of NO_DOCUMENT
    Then the check identifies the person as Karim
    And the check was made by DATA

  @R-CIR-14 @R-ESP-10 @R-EUD-05
  Scenario: The patrol learns who, not that the data come from an asylum file
    When a police patrol of MS-2 checks the identity of Luca because of DOCUMENT_DOUBTED
    Then the check identifies the person as Karim
    And the answer names no system
