Feature: Same, similar or different identity data
  The annexes of Delegated Regulation 2023/333 decide, and the officer sees why.

  @R-SIM-01
  Scenario: A link keeps the version of the rule set that made it
    Given these people:
      | who    | body | surname | given names | born       | citizen of | document      |
      | Nadia  | B2   | PETROVA | Nadia       | 1988-05-12 | XCC        | P UTO L898902 |
    And a visa officer of MS-1 registers Nadia in VIS as VISA_APPLICATION
    When a border guard of MS-3 registers Nadia in EES as ENTRY
    Then the audit log holds LINK_CREATED with ruleSet "SIM-2023-333"

  @R-SIM-02
  Scenario: The log of a comparison holds classes, not values
    Given these people:
      | who    | body | surname | given names | born       | citizen of | document      |
      | Nadia  | B2   | PETROVA | Nadia       | 1988-05-12 | XCC        | P UTO L898902 |
      | Nadja  | B2   | PETROVA | Nadja       | 1988-05-12 | XCC        | P UTO L898902 |
    And a visa officer of MS-1 registers Nadia in VIS as VISA_APPLICATION
    When a border guard of MS-3 registers Nadja in EES as ENTRY
    Then the audit log holds LINK_CREATED with names "SIMILAR"
    And the audit log nowhere says "PETROVA"
    And the audit log nowhere says "1988-05-12"

  @R-SIM-04
  Scenario: The officer sees the class of each datum and the transformation applied
    Given these people:
      | who    | body | surname  | given names | born       | citizen of |
      | Nadir  | B1   | SELMANI  | Nadir       | 1991-11-22 | XAA        |
      | Karim  | B1   | HADDO    | Karim       | 1991-11-22 | XAA        |
    And a SIRENE officer of MS-1 registers Nadir in SIS as REFUSAL_OF_ENTRY
    When an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    And an asylum officer of MS-2 sees a yellow link between Nadir in SIS and Karim in EURODAC
    Then the link tells an asylum officer of MS-2 that the names are DIFFERENT and the birth date is SAME
    And the link shows an asylum officer of MS-2 both names "SELMANI" and "HADDO"
