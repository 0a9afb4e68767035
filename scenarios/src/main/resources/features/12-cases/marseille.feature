Feature: The Marseille case
  Six arrests under six names, whose prints stay in national files, and a seventh with a genuine passport.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Samir | B5   | TAHAR   | Samir       | 1987-04-04 | XAA        | P UTO T555111 |
      | Alias | B5   | BRAHIM  | Yacin       | 1989-08-08 | XBB        |               |

  @MRS-17
  Scenario: A genuine passport that raises no doubt gives no ground for an identity check
    When a police patrol of MS-3 checks the identity of Samir without a ground
    Then it is refused with PLY-4001

  @MRS-17
  Scenario: A return alert is found by the prints of the arrest
    Given a visa officer of MS-1 registers Samir in VIS as RESIDENCE_PERMIT
    And a SIRENE officer of MS-1 registers Samir in SIS as RETURN
    Then a law-enforcement officer of MS-1 sees a white link between Samir in VIS and Samir in SIS
    When a police officer of MS-3 searches for Alias by fingerprints
    Then SIS answers with the record of Samir

  @MRS-17
  Scenario: An asylum claim under the third alias would have exposed him
    Given a visa officer of MS-1 registers Samir in VIS as RESIDENCE_PERMIT
    When an asylum officer of MS-3 registers Alias in EURODAC as APPLICANT
    Then an asylum officer of MS-3 sees a yellow link between Samir in VIS and Alias in EURODAC for Y-A

  @MRS-17
  Scenario: Without any record in a European system nothing can be detected, and that is said
    When a police officer of MS-3 searches for Alias by name, document and fingerprints
    Then every source is empty
    When a police patrol of MS-3 checks the identity of Alias because of NO_DOCUMENT
    Then the check identifies nobody
