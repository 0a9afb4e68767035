package org.polyonym.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.polyonym.model.SystemId;

class AccessRowsTest {
    private static final String HEAD = String.join("\t", AccessRows.COLUMNS) + "\n";
    private static final String ROW = "POLICE\tPOLICE_CHECK\tNPR\tyes\tFAMILY_NAME\tREFERENCE\tyes\tlaw of MS-2\n";

    @Test
    void readsRowsWithTheColumnsOfTheTable() {
        assertThat(AccessRows.parse("# rows of the register\n" + HEAD + ROW))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("system", "NPR").containsEntry("source", "law of MS-2"));
        assertThat(AccessRows.parse("")).isEmpty();
    }

    @Test
    void refusesOtherColumnsAndTooManyRows() {
        assertThatThrownBy(() -> AccessRows.parse("authority\tsystem\nPOLICE\tNPR\n"))
                .hasMessageContaining("PLY-6014");
        assertThatThrownBy(() -> AccessRows.parse(HEAD + "POLICE\tNPR\n")).hasMessageContaining("row 1");
        assertThatThrownBy(() -> AccessRows.parse(HEAD + ROW.repeat(Limits.MAX_ACCESS_ROWS + 1)))
                .hasMessageContaining("at most");
    }

    @Test
    void letsNobodyIntoAnotherSystemByTheWayOfAConnector() {
        assertThatThrownBy(() -> AccessRows.requireOnly(SystemId.of("PIU"), AccessRows.parse(HEAD + ROW)))
                .hasMessageContaining("answers for PIU");
        AccessRows.requireOnly(SystemId.of("NPR"), AccessRows.parse(HEAD + ROW));
    }
}
