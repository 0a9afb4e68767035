Feature: The connector comes and goes

  Scenario: It starts and stops twenty times
    Then it starts, answers and stops 20 times with the same answer

  Scenario: Its service is gone when it is stopped
    When it is started
    And the known person is searched for
    And it is stopped
    Then its service is gone at once

  Scenario: No thread is left behind
    When it is started
    And the known person is searched for
    And it is stopped
    Then no thread of it is left

  Scenario: No class loader is left behind
    When it is used and uninstalled
    Then its class loader is gone
