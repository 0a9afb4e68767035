Feature: Eurodac compares its own prints

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        |
      | Ahmed | B1   | ZARAN   | Ahmed       | 1995-01-01 | XBB        |

  @R-EUD-01 @R-EUD-03
  Scenario: An earlier set of another Member State is found and the sets become one sequence
    Given an asylum officer of MS-1 registers Nadir in EURODAC as IRREGULAR_CROSSING
    When an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    Then an asylum officer of MS-2 is told EURODAC_HIT
    And Nadir and Karim are one identity group in EURODAC for an asylum officer of MS-2
    And nobody sees a link of Karim in EURODAC

  @R-EUD-03
  Scenario: A second claim in the same state is found only when its own data are compared too
    Given an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    When an asylum officer of MS-2 registers Ahmed in EURODAC as APPLICANT with
      | compareOwn | no |
    Then an asylum officer of MS-2 is not told EURODAC_HIT
    Given these people:
      | who   | body | surname | given names | born       | citizen of |
      | Ahmad | B1   | ZARRAN  | Ahmad       | 1995-01-01 | XCC        |
    When an asylum officer of MS-2 registers Ahmad in EURODAC as APPLICANT with
      | compareOwn | yes |
    Then an asylum officer of MS-2 is told EURODAC_HIT
