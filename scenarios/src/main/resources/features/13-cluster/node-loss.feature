Feature: A node of the platform dies
  The platform is three nodes. When one of them dies without warning, officers notice a delay at most: no registration and no
  link is lost or doubled, and no answer passes a part off as the whole.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Nadia | B2   | PETROVA | Nadia       | 1988-05-12 | XCC        | P UTO L898902 |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        | P XAA A100001 |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        | P XBB A100002 |
      | Ines  | B3   | DUARTE  | Ines        | 1979-02-03 | XAA        | P UTO K112233 |

  @cluster @C-33 @R-MID-11
  Scenario: A node dies while it looks for links: one white link, and the log tells of it once
    Given a visa officer of MS-1 registers Nadia in VIS as VISA_APPLICATION
    When a node dies at work while a border guard of MS-3 registers Nadia in EES as ENTRY
    Then a border guard of MS-3 sees a white link between Nadia in VIS and Nadia in EES
    And it is the only link of Nadia in EES for a border guard of MS-3
    And the log tells of it once and has no gap
    And nothing waits and nothing is parked

  @cluster @R-MID-12
  Scenario: A node dies while it looks for links between two names: one yellow link
    Given a visa officer of MS-1 registers Nadir in VIS as VISA_APPLICATION
    When a node dies at work while a second-line border officer of MS-3 registers Karim in EES as ENTRY
    Then a second-line border officer of MS-3 sees a yellow link between Nadir in VIS and Karim in EES for Y-A
    And it is the only link of Karim in EES for a second-line border officer of MS-3
    And the log tells of it once and has no gap

  @cluster @R-MID-08
  Scenario: A node dies while it compares two files of one system: still no link
    Given a visa officer of MS-1 registers Nadir in VIS as VISA_APPLICATION
    When a node dies at work while a visa officer of MS-1 registers Karim in VIS as VISA_APPLICATION
    Then Nadir and Karim are one identity group in VIS for a visa officer of MS-1
    And nobody sees a link of Karim in VIS

  @cluster @R-MID-09
  Scenario: With a node gone, a registration without a match simply goes on
    Given a node of the platform has died
    When a border guard of MS-3 registers Ines in EES as ENTRY
    Then it is accepted
    And the detection is COMPLETED
    And nobody sees a link of Ines in EES

  @cluster @R-MID-10
  Scenario: A node dies between the second and the third system: all three are linked with each other
    Given a visa officer of MS-1 registers Nadia in VIS as VISA_APPLICATION
    And a border guard of MS-3 registers Nadia in EES as ENTRY
    And a node of the platform has died
    When an asylum officer of MS-2 registers Nadia in EURODAC as APPLICANT
    Then a law-enforcement officer of MS-1 sees a white link between Nadia in VIS and Nadia in EES
    And a law-enforcement officer of MS-1 sees a white link between Nadia in VIS and Nadia in EURODAC
    And a law-enforcement officer of MS-1 sees a white link between Nadia in EES and Nadia in EURODAC

  @cluster @R-ESP-11
  Scenario: With a node gone, a hidden person still looks like an unknown one
    Given an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    And a node of the platform has died
    When a border guard of MS-3 searches for Ines by name
    Then the shape of the answer is remembered
    When a border guard of MS-3 searches for Karim by name
    Then the answer has the remembered shape

  @cluster @R-ESP-13
  Scenario: With a node gone, fast sources are still shown while a slow source hangs
    Given a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    And a node of the platform has died
    And the connector of EES hangs
    When a border guard of MS-3 searches for Ines and reads line by line
    Then VIS has answered while EES still hangs

  @cluster @R-ESP-21
  Scenario: With a node gone, a source that is down is named to those who may query it, and to nobody else
    Given a node of the platform has died
    And the connector of VIS throws
    When a border guard of MS-3 searches for Ines by name
    Then VIS is UNAVAILABLE
    When a police officer of MS-2 searches for Ines by name
    Then the answer does not mention VIS

  @cluster @C-42
  Scenario: Five hundred entries at a hotspot, and a node dies at work
    When a border guard of MS-3 registers 500 travellers in EES as ENTRY at once, and a node dies at work
    Then every traveller's detection is completed for a border guard of MS-3
    And nothing waits and nothing is parked
