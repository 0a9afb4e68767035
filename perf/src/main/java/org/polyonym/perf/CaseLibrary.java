package org.polyonym.perf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polyonym.simulation.harness.HarnessException;

/**
 * The cases of the scenario library and which of them can be hidden in a load.
 *
 * @param reasons by case: why it cannot be, empty if it can
 * @param command how the library is run, up to its own arguments
 */
record CaseLibrary(Map<String, String> reasons, List<String> command) {
    /** Asks the library itself, in a process of its own, because its class path is another one. */
    static CaseLibrary of(Arguments arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Dpolyonym.prints=" + arguments.cache().toAbsolutePath(),
                "-cp",
                arguments.scenarios(),
                "org.polyonym.scenarios.ScenariosMain"));
        List<String> asked = new ArrayList<>(command);
        asked.add("--cases");
        Process process = new ProcessBuilder(asked)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream in = process.getInputStream()) {
            return new CaseLibrary(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)), command);
        }
    }

    /** Lines of a case, a tabulator, and why it cannot run beside other things. */
    static Map<String, String> parse(String lines) {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(BerlinHidden.ID, "");
        lines.lines()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length == 2)
                .forEach(cells -> reasons.putIfAbsent(cells[0], cells[1]));
        return reasons;
    }

    /** Fails with the list of cases when that one cannot be run. */
    void check(String caseId) {
        String reason = reasons.get(caseId);
        if (reason == null) {
            throw new HarnessException(
                    "unknown case '" + caseId + "'; these can be hidden in a load: " + String.join(", ", runnable()));
        }
        if (!reason.isEmpty()) {
            throw new HarnessException("case " + caseId + " cannot be hidden in a load: " + reason + "; these can: "
                    + String.join(", ", runnable()));
        }
    }

    private List<String> runnable() {
        return reasons.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
