Feature: No answer without its log entry

  @R-LOG-01
  Scenario: The answer is withheld when the log cannot be written
    Given these people:
      | who  | surname | given names | born       | citizen of | document      |
      | Ines | DUARTE  | Ines        | 1979-02-03 | XAA        | P UTO K112233 |
    And the component audit is stopped
    When a border guard of MS-3 searches for Ines by name
    Then it is refused with PLY-5002

  @R-LOG-01
  Scenario: Every query leaves its entries
    Given these people:
      | who  | surname | given names | born       | citizen of | document      |
      | Ines | DUARTE  | Ines        | 1979-02-03 | XAA        | P UTO K112233 |
    When a border guard of MS-3 searches for Ines by name
    Then the audit log holds PORTAL_QUERY with profile "BORDER_FIRST_LINE/BORDER_ENTRY"
    And the audit log holds PORTAL_SOURCE_ANSWER
    And the audit log nowhere says "DUARTE"
