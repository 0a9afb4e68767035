Feature: An agency's connector runs on every node of the platform
  The operator deploys it once. A node that was away when it came or went does the same as the others when it is back.

  Background:
    Given the fourteen identities of the Berlin case

  @cluster
  Scenario: A register comes and goes, and the node that was away meanwhile follows
    Given a node of the platform has died
    And the operator deploys the police register of MS-2
    When a police officer of MS-2 searches for N3 by name
    Then POLICE-MS2 answers with its record MS2-A-2015-0731
    When every node is back
    Then soon the node that was away finds N3 in POLICE-MS2 for a police officer of MS-2
    When the operator removes the police register of MS-2
    Then soon the node that was away no longer mentions POLICE-MS2 to a police officer of MS-2 who searches for N3
