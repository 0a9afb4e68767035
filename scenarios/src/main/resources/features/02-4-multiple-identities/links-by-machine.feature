Feature: Links that the machine makes
  A match between two different systems makes a link: white where the identity data are the same or similar, yellow where they
  are not. The machine sets no other colour.

  Background:
    Given these people:
      | who    | body | surname | given names | born       | citizen of | document      |
      | Nadir  | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        |               |
      | Karim  | B1   | HADDO   | Karim       | 1992-10-22 | XBB        |               |
      | Nadia  | B2   | PETROVA | Nadia       | 1988-05-12 | XCC        | P UTO L898902 |
      | Ines   | B3   | DUARTE  | Ines        | 1979-02-03 | XAA        | P UTO K112233 |

  @R-MID-01 @R-MID-05
  Scenario: An identity confirmation file is made at the first match between two systems
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    When an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    Then an asylum officer of MS-2 sees a yellow link between Nadir in SIS and Karim in EURODAC for Y-A

  @R-MID-11 @R-MID-13
  Scenario: Same prints and same identity make a white link that names its rule set
    Given a visa officer of MS-1 registers Nadia in VIS as VISA_APPLICATION
    When a border guard of MS-3 registers Nadia in EES as ENTRY
    Then a border guard of MS-3 sees a white link between Nadia in VIS and Nadia in EES
    And the audit log holds LINK_CREATED with ruleSet "SIM-2023-333"

  @R-MID-12
  Scenario: Same prints and another identity make a yellow link
    Given a visa officer of MS-1 registers Nadir in VIS as VISA_APPLICATION
    When an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    Then an asylum officer of MS-2 sees a yellow link between Nadir in VIS and Karim in EURODAC for Y-A

  @R-MID-06
  Scenario: The identity data are searched even if biometrics exist
    Given a SIRENE officer of MS-1 registers Nadia in SIS as REFUSAL_OF_ENTRY
    And these people:
      | who     | body | surname | given names | born       | citizen of | document      |
      | Nadia2  | B9   | PETROVA | Nadia       | 1988-05-12 | XCC        | P XCC L555000 |
    When a border guard of MS-3 registers Nadia2 in EES as ENTRY with
      | borderPoint | Harbour |
    Then a second-line border officer of MS-3 sees a yellow link between Nadia in SIS and Nadia2 in EES for Y-C

  @R-MID-07
  Scenario: The travel document is searched in parallel
    Given a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION without biometrics
    And these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Lena  | B8   | KORHOLM | Lena        | 1990-09-09 | XBB        | P UTO K112233 |
    When a border guard of MS-3 registers Lena in EES as ENTRY without biometrics
    Then a second-line border officer of MS-3 sees a yellow link between Ines in VIS and Lena in EES for Y-B

  @R-MID-08
  Scenario: Two files of one system never make a link
    Given a visa officer of MS-1 registers Nadir in VIS as VISA_APPLICATION
    When a visa officer of MS-1 registers Karim in VIS as VISA_APPLICATION
    Then nobody sees a link of Nadir in VIS
    And nobody sees a link of Karim in VIS

  @R-MID-09
  Scenario: A registration without a match simply goes on
    When a border guard of MS-3 registers Ines in EES as ENTRY
    Then it is accepted
    And the detection is COMPLETED
    And nobody sees a link of Ines in EES

  @R-MID-10
  Scenario: A third system joins the existing links
    Given a visa officer of MS-1 registers Nadia in VIS as VISA_APPLICATION
    And a border guard of MS-3 registers Nadia in EES as ENTRY
    When an asylum officer of MS-2 registers Nadia in EURODAC as APPLICANT
    Then a law-enforcement officer of MS-1 sees a white link between Nadia in VIS and Nadia in EES
    And a law-enforcement officer of MS-1 sees a white link between Nadia in VIS and Nadia in EURODAC
    And a law-enforcement officer of MS-1 sees a white link between Nadia in EES and Nadia in EURODAC

  @R-MID-14
  Scenario: A link carries the reasons and the version of its rules
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    When an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    And an asylum officer of MS-2 sees a yellow link between Nadir in SIS and Karim in EURODAC
    Then the link explains its rule row, its rule set and its threshold version to an asylum officer of MS-2

  @R-MID-31
  Scenario: Contradictory proposals are flagged
    Given an asylum officer of MS-1 registers Nadir in EURODAC as IRREGULAR_CROSSING
    And a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    When an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    Then an asylum officer of MS-2 sees a yellow link between Nadir in SIS and Karim in EURODAC
    And the link is flagged as a discrepancy
