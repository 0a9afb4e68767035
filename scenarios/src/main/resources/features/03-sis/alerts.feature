Feature: Alerts in the Schengen Information System

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      | aliases        |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        | P UTO N445566 | HADDO/Karim    |
      | Karim | B1   | HADDO   | Karim       | 1991-11-22 | XAA        |               |                |
      | Ines  | B3   | DUARTE  | Ines        | 1979-02-03 | XAA        | P UTO K112233 |                |

  @R-SIS-01
  Scenario: An alert without a mandatory field is refused
    When a SIRENE officer of MS-1 tries to register Nadir in SIS as REFUSAL_OF_ENTRY with
      | decisionReference | - |
    Then it is refused with PLY-1005 at "attributes/decisionReference"

  @R-SIS-02
  Scenario: A terrorism-related case without an alert needs a recorded exception
    When a SIRENE officer of MS-1 tries to register Nadir in SIS as CASE_WITHOUT_ALERT without biometrics with
      | markers | TERRORISM |
    Then it is refused with PLY-4010
    When a SIRENE officer of MS-1 tries to register Nadir in SIS as CASE_WITHOUT_ALERT without biometrics with
      | markers            | TERRORISM         |
      | exceptionReason    | NATIONAL_SECURITY |
      | obstructsInquiries | yes               |
    Then it is accepted

  @R-SIS-08
  Scenario: A name match on an alert with prints is not confirmed without comparing them
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    When a border guard of MS-3 searches for Nadir by name
    Then SIS answers with the record of Nadir
    When a border guard of MS-3 confirms the hit on Nadir without comparing prints
    Then it is refused with PLY-4008
    When a border guard of MS-3 confirms the hit on Nadir after comparing live prints
    Then it is accepted

  @R-SIS-21
  Scenario: A match becomes a hit only when it is confirmed, and one G form is sent
    Given a SIRENE officer of MS-1 registers Ines in SIS as REFUSAL_OF_ENTRY without biometrics
    When a border guard of MS-3 searches for Ines by name
    Then a SIRENE officer of MS-1 is not told G_FORM
    When a border guard of MS-3 confirms the hit on Ines without comparing prints
    Then a SIRENE officer of MS-1 is told G_FORM exactly 1 time

  @R-SIS-11
  Scenario: A hit on a terrorism-related alert tells Europol
    Given a SIRENE officer of MS-1 registers Ines in SIS as REFUSAL_OF_ENTRY without biometrics with
      | markers         | TERRORISM         |
      | proportionality | TERRORIST_OFFENCE |
    When a border guard of MS-3 confirms the hit on Ines without comparing prints
    Then a Europol officer of EU is told EUROPOL_TERRORISM_HIT

  @R-SIS-19
  Scenario: A search on an alias returns the main alert
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY without biometrics
    When a border guard of MS-3 searches for Karim by name
    Then SIS answers with the record of Nadir

  @R-SIS-22
  Scenario: A red link proposes the alias to the state of the alert
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Yacin | B1   | BRAHIM  | Yacin       | 1989-08-08 | XBB        |
    And a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    And an asylum officer of MS-2 registers Yacin in EURODAC as APPLICANT
    When an asylum officer of MS-2 decides SAME_PERSON_UNJUSTIFIED on the link between Nadir in SIS and Yacin in EURODAC
    Then a SIRENE officer of MS-1 is told ALIAS_PROPOSAL
