Feature: The shared biometric matching service
  Templates of several systems, apart by origin, made only of samples that pass the quality check.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        |

  @R-BMS-01 @R-BMS-05
  Scenario: One service serves several systems and each candidate resolves to its record
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    And an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    When a law-enforcement officer of MS-2 searches the biometrics of Karim in SIS, EURODAC
    Then the candidates are Nadir in SIS and Karim in EURODAC

  @R-BMS-04
  Scenario: A search limited to one system returns nobody of another
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    And an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    When a law-enforcement officer of MS-2 searches the biometrics of Karim in SIS
    Then the only candidate is Nadir in SIS

  @R-BMS-03
  Scenario: A palm print never becomes a template
    When a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY with a palm print besides
    Then the palm print is stored without a template
    And the fingerprints are stored with templates

  @R-BMS-06 @R-DQ-02
  Scenario: A print below the minimum is refused with its reasons and nothing is stored
    When an asylum officer of MS-2 tries to register Karim in EURODAC as APPLICANT with poor prints
    Then it is refused with PLY-3005
    And the refusal says why the print is too poor
    And the platform knows no template at all

  @R-BMS-08
  Scenario: A biometric search without a purpose is refused
    When a law-enforcement officer of MS-2 searches biometrics without naming a purpose
    Then it is refused with PLY-2004

  @R-BMS-09
  Scenario: Deleting an alert removes its templates
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    When a SIRENE officer of MS-1 erases Nadir's SIS record
    And a law-enforcement officer of MS-2 searches the biometrics of Karim in SIS
    Then there is no candidate
    And the platform knows no template at all

  @R-BMS-10
  Scenario: The log of a biometric search names the modality and holds no sample
    When a law-enforcement officer of MS-2 searches the biometrics of Karim in SIS
    Then the audit log holds BIOMETRIC_IDENTIFICATION with modality "FINGERPRINT"
    And no audit entry is longer than 4000 characters

  @R-BMS-15
  Scenario: A candidate is explained by score, threshold version and qualities
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    When a law-enforcement officer of MS-2 searches the biometrics of Karim in SIS
    Then the candidate shows its score, its false match rate, the threshold version and both qualities
    And the search covered the whole gallery

  @R-BMS-16
  Scenario: An inconclusive comparison never makes an automatic white link
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Mina  | B6   | OKORO   | Mina        | 1985-05-05 | XCC        | P UTO M667788 |
      | Minb  | B6   | OKORO   | Mina        | 1985-05-05 | XCC        | P UTO M667788 |
    And a visa officer of MS-1 registers Mina in VIS as VISA_APPLICATION
    When a border guard of MS-3 registers Minb in EES as ENTRY with fingers of two people
    Then a second-line border officer of MS-3 sees a yellow link between Mina in VIS and Minb in EES for NONCOMPARABLE
