Feature: Bad input gets a clear error and loses nothing
  Each fault has its own code and its remedy; afterwards nothing half-written is there and the platform serves on.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        | P UTO K777777 |

  Scenario Outline: A print that is <fault>
    When an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT with a print that is <fault>
    Then it is refused with <code>
    And the platform knows no record of EURODAC and no template

    Examples:
      | fault               | code     |
      | not an image        | PLY-3001 |
      | truncated           | PLY-3002 |
      | 20000 x 20000       | PLY-3003 |
      | blank               | PLY-3005 |
      | noise only          | PLY-3005 |

  Scenario Outline: A body with <fault>
    When an asylum officer of MS-2 sends EURODAC a body with <fault>
    Then it is refused with <code>
    And the platform knows no record of EURODAC and no template

    Examples:
      | fault                    | code     |
      | too many bytes           | PLY-1002 |
      | too deep nesting         | PLY-1003 |
      | an unknown field         | PLY-1004 |
      | an impossible date       | PLY-1007 |
      | an unknown country       | PLY-1008 |
      | a missing mandatory field| PLY-1005 |

  Scenario Outline: A token that is <fault>
    When somebody searches with a token that is <fault>
    Then it is refused with <code>

    Examples:
      | fault                 | code     |
      | missing               | PLY-2001 |
      | not a token           | PLY-2002 |
      | expired               | PLY-2003 |
      | for another purpose   | PLY-2005 |
      | for another authority | PLY-2006 |

  Scenario: A record of another Member State
    Given an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    When an asylum officer of MS-1 tries to erase Karim's EURODAC record
    Then it is refused with PLY-2007

  Scenario: A system that is down
    Given the component eurodac is stopped
    When an asylum officer of MS-2 tries to register Karim in EURODAC as APPLICANT
    Then it is refused with PLY-5001
    When the component eurodac is started again
    And an asylum officer of MS-2 registers Karim in EURODAC as APPLICANT
    Then it is accepted

  Scenario Outline: A connector that <fault>
    Given a visa officer of MS-1 registers Karim in VIS as VISA_APPLICATION
    And the connector of EES <fault>
    When a border guard of MS-3 searches for Karim by name
    Then VIS answers with the record of Karim
    And EES is UNAVAILABLE

    Examples:
      | fault           |
      | throws          |
      | hangs           |
      | returns garbage |

  Scenario: A bundle that does not resolve is named with its reason
    Given a bundle that asks for a package nobody has
    Then the platform says it is not ready because of that bundle
    When a visa officer of MS-1 registers Karim in VIS as VISA_APPLICATION
    Then it is accepted
