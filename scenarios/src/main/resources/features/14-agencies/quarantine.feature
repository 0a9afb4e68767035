Feature: A connector that breaks its contract is not asked any more
  The portal stops asking a connector that breaks its contract and tells the operators why; the others answer as before.

  Background:
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Karim | B2   | HADDO   | Karim       | 1992-10-22 | XBB        | P XAA A100002 |

  Scenario Outline: A connector that <fault> comes into quarantine
    Given a visa officer of MS-1 registers Karim in VIS as VISA_APPLICATION
    And the connector of EES <fault>
    When a border guard of MS-3 searches for Karim by name
    Then VIS answers with the record of Karim
    And EES is UNAVAILABLE
    And within 5 seconds the connector of EES is in quarantine because "<reason>"
    And soon an operator of EU is told CONNECTOR_QUARANTINED
    And the audit log holds CONNECTOR_QUARANTINED with system "EES"

    Examples:
      | fault            | reason          |
      | throws           | failed with     |
      | throws an error  | NoClassDefFound |
      | takes a gigabyte | OutOfMemory     |
      | returns garbage  | mandatory parts |
