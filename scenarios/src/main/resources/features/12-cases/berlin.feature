Feature: The Berlin case

  Background:
    Given the fourteen identities of the Berlin case
    And it is 2011-4-6
    And an asylum officer of MS-1 registers N2 in EURODAC as IRREGULAR_CROSSING
    And it is 2015-6-23
    And a SIRENE officer of MS-1 registers N2 in SIS as REFUSAL_OF_ENTRY

  @BER-14
  Scenario: The second name is exposed when it is registered, and the red link follows the person
    Then a law-enforcement officer of MS-1 sees a white link between N2 in SIS and N2 in EURODAC
    Given it is 2015-8-3
    When an asylum officer of MS-2 registers N6 in EURODAC as APPLICANT
    Then an asylum officer of MS-2 is told EURODAC_HIT
    And an asylum officer of MS-2 sees a yellow link between N2 in SIS and N6 in EURODAC for Y-A
    And the link is flagged as a discrepancy
    And a border guard of MS-3 sees no link between N2 in SIS and N6 in EURODAC
    When an asylum officer of MS-2 decides SAME_PERSON_UNJUSTIFIED on the link between N2 in SIS and N6 in EURODAC
    Then a SIRENE officer of MS-1 is told RED_LINK
    And a SIRENE officer of MS-1 is told ALIAS_PROPOSAL

  @BER-14
  Scenario: The coach check with a forged card
    Given it is 2015-8-3
    And an asylum officer of MS-2 registers N6 in EURODAC as APPLICANT
    And an asylum officer of MS-2 decides SAME_PERSON_UNJUSTIFIED on the link between N2 in SIS and N6 in EURODAC
    And a SIRENE officer of MS-1 registers N12 in SIS as OBJECT_DOCUMENT without biometrics
    And it is 2016-7-30
    When a police patrol of MS-2 checks the identity of N12 because of DOCUMENT_DOUBTED
    Then the check identifies the person as N6
    And the check shows a red link
    When a police officer of MS-2 searches for N12 by name, document and fingerprints
    Then SIS answers with the record of N12
    And SIS answers with the record of N2

  @BER-14
  Scenario: Variant A, a discreet check by another state meets the refusal alert
    When a SIRENE officer of MS-2 tries to register N2 in SIS as DISCREET_CHECK
    Then it is refused with PLY-4007
    And a SIRENE officer of MS-1 is told E_FORM
    And a SIRENE officer of MS-2 is told E_FORM

  @BER-14
  Scenario: Variant A, the discreet check remains and its links belong to the bureau that entered it
    Given a SIRENE officer of MS-1 erases N2's SIS record
    And a SIRENE officer of MS-2 registers N2 in SIS as DISCREET_CHECK
    And it is 2015-8-3
    When an asylum officer of MS-2 registers N6 in EURODAC as APPLICANT
    Then a SIRENE officer of MS-2 sees a yellow link between N2 in SIS and N6 in EURODAC
    And an asylum officer of MS-2 sees no link between N2 in SIS and N6 in EURODAC

  @BER-14
  Scenario: Variant B, a terrorism marker tells Europol of the hit
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Nadir | B77  | SELMON  | Nadir       | 1990-01-05 | XAA        |
    And a SIRENE officer of MS-2 registers Nadir in SIS as REFUSAL_OF_ENTRY without biometrics with
      | markers         | TERRORISM         |
      | proportionality | TERRORIST_OFFENCE |
    When a border guard of MS-3 confirms the hit on Nadir without comparing prints
    Then a Europol officer of EU is told EUROPOL_TERRORISM_HIT
