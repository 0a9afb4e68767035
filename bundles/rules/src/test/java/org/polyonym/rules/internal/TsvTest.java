package org.polyonym.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polyonym.rules.RuleTable;

class TsvTest {
    @Test
    void readsRowsByColumnNameAndSkipsComments() {
        RuleTable table = Tsv.parse("t", "# why\na\tsource\n1\tArt 1\n");
        assertThat(table.rows()).containsExactly(Map.of("a", "1", "source", "Art 1"));
    }

    @Test
    void changesItsVersionWithEveryChangeOfContent() {
        assertThat(Tsv.parse("t", "a\tsource\n1\tx\n").version())
                .isNotEqualTo(Tsv.parse("t", "a\tsource\n2\tx\n").version());
    }

    @Test
    void refusesARowWithoutSource() {
        assertThatThrownBy(() -> Tsv.parse("t", "a\tsource\n1\t\n")).hasMessageContaining("no source");
    }

    @Test
    void refusesARowThatDoesNotFitTheColumns() {
        assertThatThrownBy(() -> Tsv.parse("t", "a\tsource\n1\n")).hasMessageContaining("1 cells for 2 columns");
    }
}
