Feature: The connector keeps its own law

  Background:
    Given it is started

  Scenario: The hidden person is found by one who may see the record
    When the hidden person is searched for by one who may see the record
    Then the hidden record is among the answers

  Scenario: A hidden record looks like one that is not there
    When the hidden person is searched for by one who must not see the record
    And somebody who is not there is searched for by the same
    Then both answers are the same
