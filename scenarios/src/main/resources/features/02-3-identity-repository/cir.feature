Feature: The common identity repository
  One individual file per person of the five systems, its data apart by origin system.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Ines  | B3   | DUARTE  | Ines        | 1979-02-03 | XAA        | P UTO K112233 |
      | Ynes  | B3   | DUARTE  | Ynes        | 1979-02-03 | XAA        | P UTO K112233 |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        |               |

  @R-CIR-01
  Scenario: A first registration makes exactly one individual file
    When a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    Then a visa officer of MS-1 reads one individual file of Ines in VIS with 1 partition

  @R-CIR-01
  Scenario: Data of SIS are not in the repository
    When a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    Then a SIRENE officer of MS-1 finds no individual file of Nadir in SIS

  @R-CIR-04
  Scenario: A reader sees only the partitions of systems within their rights
    Given a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    And an asylum officer of MS-2 registers Ines in EURODAC as APPLICANT
    Then an asylum officer of MS-2 reads the partitions EURODAC, VIS in the file of Ines in EURODAC
    And a visa officer of MS-1 reads the partitions VIS in the file of Ines in VIS

  @R-CIR-06
  Scenario: A partition points to its record
    Given a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    Then the partition of Ines in VIS opens the record for a visa officer of MS-1

  @R-CIR-08
  Scenario: A correction in the system appears in the repository by itself
    Given a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    When a visa officer of MS-1 corrects Ines's VIS record to the identity of Ynes
    Then the file of Ines in VIS shows "Ynes" to a visa officer of MS-1

  @R-CIR-24
  Scenario: When the last record is erased, the individual file is gone
    Given a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    When a visa officer of MS-1 erases Ines's VIS record
    Then a visa officer of MS-1 finds no individual file of Ines in VIS

  @R-CIR-24
  Scenario: Data are erased when their time in the system is over
    Given it is 2026-6-15
    And a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    When it is 2031-6-20
    Then a visa officer of MS-1 finds no individual file of Ines in VIS
    And the platform knows no template at all
