package org.polyonym.simulation.faults.checker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.ClusterHome;
import org.polyonym.simulation.faults.client.Json;

/**
 * {@code CheckerMain HOME HISTORY VERDICT}: reads what the platform in HOME holds, judges the history, writes the verdict.
 * Exit status 0 when every claim holds.
 */
public final class CheckerMain {
    /** In the verdict: persons whose two records have one link. */
    public static final String LINKED_PAIRS = "linkedPairs";

    private static final Duration READ_LIMIT = Duration.ofSeconds(30);

    private CheckerMain() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ClusterHome home = new ClusterHome(Path.of(arguments[0]));
        Recorded history = Recorded.read(Path.of(arguments[1]));
        FinalState end = new FinalReader(new Client(home.tokens(), READ_LIMIT), home.nodes()).read(history);
        Evidence evidence = new Evidence(history, end);
        List<Claim> claims = Claim.judge(evidence);
        claims.stream().flatMap(Claim::lines).forEach(System.out::println);
        Files.writeString(
                Path.of(arguments[2]), Json.pretty(Claim.json(claims).put(LINKED_PAIRS, LinkedOnce.linked(evidence))));
        System.exit(claims.stream().allMatch(Claim::holds) ? 0 : 1);
    }
}
