package org.polyonym.perf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Platform;

/**
 * {@code campaign --case ID --node-home DIR [--node-home DIR...] [...]}, see {@code ./polyonym campaign --help}. Exit status 0
 * when every assertion holds, 1 when one does not, 2 when the call is wrong or the platform cannot be used. With {@code
 * --check} first it says whether the call is right, and neither needs nor asks a platform.
 */
public final class CampaignMain {
    private static final int WRONG_CALL = 2;
    /** In front of the other arguments. */
    private static final String CHECK = "--check";

    private CampaignMain() {}

    /** Runs and exits. */
    public static void main(String[] args) throws InterruptedException {
        int status = status(args);
        // A case of the library does not outlive the campaign that has given up on it.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        // Gatling leaves threads behind.
        System.exit(status);
    }

    /** Exit status; says on the console what is wrong. */
    static int status(String... args) throws InterruptedException {
        try {
            return args.length > 0 && args[0].equals(CHECK)
                    ? check(Arguments.of(Arrays.copyOfRange(args, 1, args.length)))
                    : run(Arguments.of(args));
        } catch (IllegalArgumentException | HarnessException | IOException | UncheckedIOException e) {
            System.err.println("campaign: " + e.getMessage());
            return WRONG_CALL;
        }
    }

    /** Everything that can be known to be wrong before there is a platform. */
    private static int check(Arguments arguments) throws IOException {
        arguments.mix();
        if (!arguments.ramp()) {
            CaseLibrary.of(arguments).check(arguments.caseId());
        }
        return 0;
    }

    private static int run(Arguments arguments) throws IOException, InterruptedException {
        Platform platform = Platform.of(arguments.homes());
        forget(arguments.out());
        checkDemo(platform, arguments.homes().getFirst());
        checkNodes(platform, arguments.homes());
        if (arguments.ramp()) {
            return new Ramp(arguments, platform, new Campaign(arguments, platform)).run();
        }
        CaseLibrary library = CaseLibrary.of(arguments);
        library.check(arguments.caseId());
        Campaign campaign = new Campaign(arguments, platform);
        HiddenCase hidden = arguments.caseId().equals(BerlinHidden.ID)
                ? new BerlinHidden(platform, campaign.cast().prints())
                : new LibraryHidden(arguments, library);
        NodeProcess victim = victim(arguments);
        if (arguments.killAt().isPresent()) {
            victim.require();
        }
        hidden.prepare();
        campaign.prepare(hidden.legalTime());
        CampaignResult result = campaign.run(hidden, victim);
        campaign.write(result);
        System.out.println();
        result.outcome().exposures().forEach(CampaignMain::print);
        System.out.println();
        result.checks().forEach(check -> System.out.println(check.line()));
        result.outcome().misses().forEach(miss -> System.out.println("MISSED: " + miss));
        System.out.println("page:   " + arguments.out().resolve("campaign.html").toAbsolutePath());
        System.out.println("result: " + arguments.out().resolve("result.json").toAbsolutePath());
        return result.checks().stream().allMatch(Check::holds) ? 0 : 1;
    }

    private static void print(HiddenCase.Exposure exposure) {
        System.out.printf(
                "  %-28s %-12s %s%s%n",
                exposure.identity(),
                exposure.exposed().equals("no") && !exposure.linkable() ? "not linkable" : exposure.exposed(),
                exposure.encounter(),
                exposure.time().isEmpty() ? "" : ", " + exposure.time());
    }

    /** What an earlier campaign has found must not be taken for what this one finds. */
    private static void forget(Path out) throws IOException {
        for (String each : List.of("campaign.html", "result.json", "ramp.json")) {
            Files.deleteIfExists(out.resolve(each));
        }
    }

    /** A case of the library talks to the first node alone, so another one dies; BER-14 asks all nodes. */
    static NodeProcess victim(Arguments arguments) {
        return new NodeProcess(
                arguments.caseId().equals(BerlinHidden.ID)
                        ? arguments.homes().getFirst()
                        : arguments.homes().getLast());
    }

    /** What is measured on fewer nodes than were asked for would pass for a figure of all of them. */
    private static void checkNodes(Platform platform, List<Path> homes) {
        for (int node = 1; node <= homes.size(); node++) {
            if (!isReady(platform.node(node))) {
                throw new HarnessException("node " + node + " of " + homes.size() + " is down or not ready, home "
                        + homes.get(node - 1) + ": start it, or stop the platform");
            }
        }
    }

    private static boolean isReady(Platform node) {
        try {
            return node.get("/health/ready").ok();
        } catch (HarnessException down) {
            return false;
        }
    }

    private static void checkDemo(Platform platform, Path home) {
        Answer ready = platform.get("/health/ready");
        if (!ready.ok()) {
            throw new HarnessException("the platform in " + home + " is not ready: ./polyonym status --home " + home);
        }
        if (platform.get("/simulation/clock").status() == 404) {
            throw new HarnessException("the platform in " + home
                    + " is no demo, and a campaign empties the store: ./polyonym start --demo --home DIR");
        }
        JsonNode findings = ready.json().path("findings");
        if (!findings.isEmpty()) {
            System.out.println("the platform has findings: " + findings);
        }
    }
}
