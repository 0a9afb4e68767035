package org.polyonym.access.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.rules.RuleTable;

class TableFaultsTest {
    private static final Map<String, String> ROW = Map.of(
            "authority", "VISA",
            "purpose", "VISA_EXAMINATION",
            "system", "VIS",
            "search", "yes",
            "fields", "FAMILY_NAME,BIRTH_DATE",
            "reply", "REFERENCE,IDENTITY",
            "names_source", "yes",
            "source", "VIS 15");

    @ParameterizedTest
    @CsvSource({
        "authority, CONSUL, authority does not know CONSUL",
        "purpose, VISITING, purpose does not know VISITING",
        "fields, EYE_COLOUR, fields does not know EYE_COLOUR",
        "reply, GOSSIP, reply does not know GOSSIP",
        "search, maybe, search must be yes or no",
        "search, no, search=yes needs fields",
        "names_source, '', names_source must be yes or no"
    })
    void namesTheCellThatItCannotRead(String column, String cell, String message) {
        assertThatThrownBy(() -> new ProfileTable(table(List.of(bent(column, cell)))))
                .hasMessageContaining(message);
    }

    @Test
    void refusesTwoRowsForOneProfileAndSystem() {
        assertThatThrownBy(() -> new ProfileTable(table(List.of(ROW, bent("fields", "SEX")))))
                .hasMessageContaining("a second row for VISA/VISA_EXAMINATION and VIS");
    }

    @Test
    void refusesAProfileThatHalfNamesTheSource() {
        Map<String, String> other = bent("system", "EES");
        other.put("names_source", "no");
        assertThatThrownBy(() -> new ProfileTable(table(List.of(ROW, other))))
                .hasMessageContaining("names_source differs");
    }

    @Test
    void refusesDoubleGrants() {
        Map<String, String> operation =
                Map.of("operation", "readRecord", "authority", "VISA", "purpose", "VISA_EXAMINATION", "source", "x");
        assertThatThrownBy(() -> new OperationTable(table(List.of(operation, operation))))
                .hasMessageContaining("is there twice");
        Map<String, String> writer = Map.of(
                "authority", "VISA", "purpose", "VISA_EXAMINATION", "system", "VIS", "category", "*", "source", "x");
        assertThatThrownBy(() -> new WriterTable(table(List.of(writer, writer))))
                .hasMessageContaining("is there twice");
    }

    private static Map<String, String> bent(String column, String cell) {
        Map<String, String> row = new HashMap<>(ROW);
        row.put(column, cell);
        return row;
    }

    private static RuleTable table(List<Map<String, String>> rows) {
        return new RuleTable("access", "0", List.copyOf(ROW.keySet()), rows);
    }
}
