Feature: The connector keeps its limits

  Background:
    Given it is started

  Scenario: No more items than wanted
    When the known person is searched for with 1 item wanted
    Then at most 1 item is offered

  Scenario: No more items than declared
    When the known person is searched for
    Then at most as many items are offered as it declares

  Scenario: It returns by the deadline
    When the known person is searched for
    Then the search returns by its deadline

  Scenario: It does not search on when the deadline is over already
    When the known person is searched for after the deadline
    Then the search returns by its deadline

  Scenario: It stops when the sink takes no more
    When the known person is searched for with a sink that takes nothing
    Then the search ends with the first item

  Scenario: It gives up when it is interrupted
    When the known person is searched for and the search is interrupted
    Then the search returns at once

  Scenario: As many searches at once as it declares
    When the known person is searched for by as many at once as it declares
    Then all have the same answer
