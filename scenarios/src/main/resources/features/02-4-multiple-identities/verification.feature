Feature: Verification by the responsible authority
  Red and green exist only after a named officer of the responsible authority has decided.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        |
    And a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    And an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT

  @R-MID-15 @R-MID-27
  Scenario: The identity confirmation file names one authority and holds exactly five groups of data
    When an asylum officer of MS-2 sees a yellow link between Nadir in SIS and Karim in EURODAC
    Then the identity confirmation file names an asylum officer of MS-2
    And the identity confirmation file holds exactly five groups of data

  @R-MID-15
  Scenario: A police-type alert takes the link to the SIRENE bureau that entered it
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Samir | B5   | TAHAR   | Samir       | 1987-04-04 | XAA        |               |
      | Yacin | B5   | BRAHIM  | Yacin       | 1989-08-08 | XBB        | P XBB Y818181 |
    And a SIRENE officer of MS-3 registers Samir in SIS as ARREST
    When a border guard of MS-2 registers Yacin in EES as ENTRY
    Then a SIRENE officer of MS-3 sees a yellow link between Samir in SIS and Yacin in EES
    And a second-line border officer of MS-2 sees no link between Samir in SIS and Yacin in EES

  @R-MID-16
  Scenario: A decision turns yellow into red and keeps decision, reason and time
    When an asylum officer of MS-2 has decided SAME_PERSON_UNJUSTIFIED on the link between Nadir in SIS and Karim in EURODAC
    Then an asylum officer of MS-2 sees a red link between Nadir in SIS and Karim in EURODAC
    And the history of the link holds the decision, the officer and the reason

  @R-DP-14
  Scenario Outline: Without a <part> there is no decision
    Given an asylum officer of MS-2 sees a yellow link between Nadir in SIS and Karim in EURODAC
    When an asylum officer of MS-2 tries to decide SAME_PERSON_UNJUSTIFIED on that link without <part>
    Then it is refused with PLY-4004
    And an asylum officer of MS-2 sees a yellow link between Nadir in SIS and Karim in EURODAC

    Examples:
      | part              |
      | reason            |
      | evidenceReference |

  @R-MID-16
  Scenario: An authority that the file does not name cannot decide
    Given an asylum officer of MS-2 sees a yellow link between Nadir in SIS and Karim in EURODAC
    When an asylum officer of MS-1 tries to decide SAME_PERSON_UNJUSTIFIED on that link as it was
    Then it is refused with PLY-1009

  @R-MID-19
  Scenario: A yellow link alone denies nothing
    When these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Kario | B1   | HADDO   | Karim       | 1992-10-22 | XBB        | P UTO X991122 |
    And a border guard of MS-2 registers Kario in EES as ENTRY
    Then it is accepted

  @R-MID-22 @R-CIR-08
  Scenario: A red link between systems of the repository joins the individual files
    Given a visa officer of MS-1 registers Nadir in VIS as VISA_APPLICATION
    And a visa officer of MS-1 sees a yellow link between Nadir in VIS and Karim in EURODAC
    When a visa officer of MS-1 decides SAME_PERSON_UNJUSTIFIED on the link between Nadir in VIS and Karim in EURODAC
    Then Nadir in VIS and Karim in EURODAC are in one individual file

  @R-MID-02
  Scenario: The detector stores no identity data of its own
    When an asylum officer of MS-2 sees a yellow link between Nadir in SIS and Karim in EURODAC
    Then the identity confirmation file nowhere says "HADDO"
    And the audit log nowhere says "HADDO"
