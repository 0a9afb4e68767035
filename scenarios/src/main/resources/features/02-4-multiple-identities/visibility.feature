Feature: Who sees which link
  Colours decide who may see a link (IO 26). Who may not see it learns nothing, not even that it exists.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        |
    And a visa officer of MS-1 registers Nadir in VIS as VISA_APPLICATION
    And an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT

  @R-MID-30
  Scenario Outline: A yellow link is hidden from <officer>
    Then <officer> sees no link between Nadir in VIS and Karim in EURODAC

    Examples:
      | officer                           |
      | a border guard of MS-3            |
      | a second-line border officer of MS-3 |
      | a police officer of MS-2          |
      | a visa officer of MS-1            |
      | an asylum officer of MS-1         |

  @R-MID-30 @R-MID-21
  Scenario: A red link is shown to an authority with access to a system, with no more than the law allows
    Given an asylum officer of MS-2 decides SAME_PERSON_UNJUSTIFIED on the link between Nadir in VIS and Karim in EURODAC
    Then a border guard of MS-3 sees a red link between Nadir in VIS and Karim in EURODAC
    And the link shows a border guard of MS-3 no evidence

  @R-MID-30
  Scenario: A white link is shown only to those with access to both systems
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Nadia | B2   | PETROVA | Nadia       | 1988-05-12 | XCC        | P UTO L898902 |
    And a visa officer of MS-1 registers Nadia in VIS as VISA_APPLICATION
    When a border guard of MS-3 registers Nadia in EES as ENTRY
    Then a border guard of MS-3 sees a white link between Nadia in VIS and Nadia in EES
    And a SIRENE officer of MS-1 sees no link between Nadia in VIS and Nadia in EES

  @R-MID-21
  Scenario: A refusal cites the underlying record, never the link
    Given an asylum officer of MS-2 decides SAME_PERSON_UNJUSTIFIED on the link between Nadir in VIS and Karim in EURODAC
    And these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Kario | B1   | HADDO   | Karim       | 1992-10-22 | XBB        | P UTO X991122 |
    And a border guard of MS-3 sees a red link between Nadir in VIS and Karim in EURODAC
    When a border guard of MS-3 tries to refuse entry to Kario because of the link
    Then it is refused with PLY-4011
    When a border guard of MS-3 tries to refuse entry to Kario because of Nadir's VIS record
    Then it is accepted

  @R-MID-30 @R-ESP-11
  Scenario: A link to an alert that is hidden from an authority is hidden with it
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Darya | B9   | VOLDARI | Darya       | 1986-02-14 | XBB        |
    And a SIRENE officer of MS-2 registers Darya in SIS as DISCREET_CHECK
    When a visa officer of MS-1 registers Darya in VIS as VISA_APPLICATION
    Then a SIRENE officer of MS-2 sees a white link between Darya in SIS and Darya in VIS
    And a visa officer of MS-1 sees no link between Darya in SIS and Darya in VIS
