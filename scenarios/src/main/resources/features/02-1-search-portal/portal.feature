Feature: The European search portal
  One query reaches every source that the officer's profile allows; each source answers for itself.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        | P UTO N445566 |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        |               |
      | Ines  | B3   | DUARTE  | Ines        | 1979-02-03 | XAA        | P UTO K112233 |

  @R-ESP-01 @R-ESP-04
  Scenario: One query reaches every source of the profile
    When a border guard of MS-3 searches for Ines by name
    Then exactly the sources of the profile answer: SIS, EES, VIS
    When a police officer of MS-2 searches for Ines by name
    Then exactly the sources of the profile answer: SIS, EUROPOL

  @R-ESP-07
  Scenario: Name and fingerprints in one query
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    When a police officer of MS-2 searches for Karim by name, document and fingerprints
    Then SIS answers with the record of Nadir
    And SIS found Nadir by FINGERPRINTS

  @R-ESP-08
  Scenario: A search key that a source's law does not allow is left out for that source only
    Given a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    And a Europol officer of EU registers Karim in EUROPOL as EIS
    When a police officer of MS-2 searches for Karim by name, document and fingerprints
    Then SIS answers with the record of Nadir
    And EUROPOL answers with the record of Karim
    And EUROPOL found Karim by IDENTITY only

  @R-ESP-10
  Scenario: The border guard is told the source
    Given a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    When a border guard of MS-3 searches for Ines by name
    Then VIS answers with the record of Ines
    And VIS is ANSWERED

  @R-ESP-11
  Scenario: A hidden hit and no hit look the same
    When a visa officer of MS-2 searches for Nadir by name
    Then the shape of the answer is remembered
    Given a SIRENE officer of MS-1 registers Nadir in SIS as DISCREET_CHECK
    When a visa officer of MS-2 searches for Nadir by name
    Then the answer has the remembered shape

  @R-ESP-12
  Scenario: Without a recorded release no Interpol query is made
    Given a police officer of MS-1 reports the document of Nadir to INTERPOL as STOLEN_LOST
    When a border guard of MS-3 searches for Nadir by document
    Then INTERPOL is UNAVAILABLE
    Given an operator of EU records the release of Interpol
    When a border guard of MS-3 searches for Nadir by document
    Then INTERPOL answers with the record of Nadir
    And a police officer of MS-1 is told nothing

  @R-ESP-13 @C-32
  Scenario: Fast sources are shown while a slow source still hangs
    Given a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    And the connector of EES hangs
    When a border guard of MS-3 searches for Ines and reads line by line
    Then VIS has answered while EES still hangs

  @R-ESP-15
  Scenario: A query on a linked person brings the permitted link
    Given a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    And a border guard of MS-3 registers Ines in EES as ENTRY
    When a border guard of MS-3 searches for Ines by name
    Then the answer carries a white link between VIS and EES

  @R-ESP-21
  Scenario: A source that is down is named to those who may query it, and to nobody else
    Given the component vis is stopped
    When a border guard of MS-3 searches for Ines by name
    Then VIS is UNAVAILABLE
    When a police officer of MS-2 searches for Ines by name
    Then the answer does not mention VIS
