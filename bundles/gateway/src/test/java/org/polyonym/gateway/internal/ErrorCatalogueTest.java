package org.polyonym.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polyonym.problem.ProblemType;

class ErrorCatalogueTest {
    private static final Path FILE = Path.of("..", "..", "docs", "ERRORS.md");

    @Test
    void listsEveryProblemExactlyAsItIs() throws IOException {
        List<String> rows;
        try (var lines = Files.lines(FILE)) {
            rows = lines.filter(line -> line.startsWith("| PLY-")).toList();
        }
        List<String> wanted = Arrays.stream(ProblemType.values())
                .map(type -> "| " + type.code() + " | " + type.name() + " | " + type.status() + " | " + type.title()
                        + " | " + type.remedy() + " |")
                .toList();
        assertThat(rows).containsExactlyElementsOf(wanted);
    }

    @Test
    void givesNoCodeTwice() {
        assertThat(ProblemType.values()).extracting(ProblemType::code).doesNotHaveDuplicates();
    }
}
