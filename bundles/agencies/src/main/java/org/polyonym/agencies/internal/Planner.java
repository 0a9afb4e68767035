package org.polyonym.agencies.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.polyonym.access.GrantCheck;
import org.polyonym.esp.ConnectorDesk;
import org.polyonym.esp.ConnectorPackages;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.rules.RuleTable;

/** Looks at a jar before anything is done with it. */
final class Planner {
    private final Framework framework;
    private final GrantCheck grants;
    private final Signatures signatures;

    Planner(Framework framework, GrantCheck grants, Signatures signatures) {
        this.framework = framework;
        this.grants = grants;
        this.signatures = signatures;
    }

    /** A plan with the objections in full. */
    record Judged(Plan plan, List<Objection> objections) {
        /** Refuses what has objections. */
        void require() {
            if (!objections.isEmpty()) {
                throw Objection.refusal(objections);
            }
        }
    }

    /**
     * Judges.
     *
     * @param running the connector of the same name that this node runs
     * @param wanted every connector that is deployed, also one that does not come up on this node
     */
    Judged judge(ConnectorJar jar, Access access, Optional<Running> running, List<DesiredConnector> wanted) {
        List<Objection> objections = new ArrayList<>(JarRules.objections(jar));
        String signer = sign(jar, objections);
        List<Plan.Need> needs = needs(jar);
        needs.stream()
                .filter(n -> n.spi() && n.provider().isEmpty())
                .forEach(n -> objections.add(Objection.of(
                        ProblemType.CONNECTOR_UNRESOLVED, "nobody offers " + n.name() + " in " + n.range())));
        if (framework.bundles().stream().anyMatch(b -> b.name().equals(jar.name()) && !agencys(b))) {
            objections.add(Objection.of(ProblemType.CONNECTOR_PRESENT, "a bundle of the platform has its name"));
        }
        List<String> restarts = running.map(
                        r -> framework.disturbs(r.bundleId()).stream().sorted().toList())
                .orElse(List.of());
        if (!restarts.isEmpty()) {
            objections.add(Objection.of(ProblemType.CONNECTOR_DISTURBS, "would restart " + restarts));
        }
        accessObjections(jar.name(), access, wanted, objections);
        ComponentRules.system(jar).ifPresent(system -> systemObjections(system, jar, access, wanted, objections));
        Optional<DesiredConnector> before =
                wanted.stream().filter(w -> w.name().equals(jar.name())).findFirst();
        Plan plan = new Plan(
                before.isPresent() ? Plan.Action.REPLACE : Plan.Action.DEPLOY,
                jar.name(),
                jar.version(),
                before.map(DesiredConnector::version).orElse(""),
                jar.sha256(),
                jar.bytes().length,
                needs,
                restarts,
                access.rows(),
                access.kept(),
                signer,
                objections.stream().map(Plan.Refusal::of).toList());
        return new Judged(plan, List.copyOf(objections));
    }

    private static boolean agencys(Framework.Known bundle) {
        return bundle.location().startsWith(ConnectorDesk.AGENCY_LOCATION);
    }

    private String sign(ConnectorJar jar, List<Objection> objections) {
        try {
            return signatures.signer(jar);
        } catch (ProblemException e) {
            objections.add(Objection.of(e));
            return "";
        }
    }

    private List<Plan.Need> needs(ConnectorJar jar) {
        List<Plan.Need> needs = new ArrayList<>();
        for (Clauses.Clause clause : JarRules.imports(jar)) {
            String range = clause.attributes().getOrDefault("version", "");
            for (String name : clause.paths()) {
                boolean java = name.startsWith("java.");
                Optional<String> provider = java ? Optional.of("JDK") : provider(name, range);
                needs.add(new Plan.Need(name, range, provider.orElse(""), ConnectorPackages.allows(name)));
            }
        }
        return needs;
    }

    private Optional<String> provider(String name, String range) {
        try {
            return framework.provider(name, range);
        } catch (IllegalArgumentException notARange) {
            return Optional.empty();
        }
    }

    /** What its deployment would be refused for, if it answers for the system that its jar declares. */
    private void systemObjections(
            SystemId declared,
            ConnectorJar jar,
            Access access,
            List<DesiredConnector> wanted,
            List<Objection> objections) {
        collect(objections, () -> requireFree(declared, jar.name(), wanted));
        collect(objections, () -> AccessRows.requireOnly(declared, access.rows()));
    }

    private static void collect(List<Objection> objections, Runnable rule) {
        try {
            rule.run();
        } catch (ProblemException e) {
            objections.add(Objection.of(e));
        }
    }

    private void accessObjections(
            String name, Access offered, List<DesiredConnector> wanted, List<Objection> objections) {
        List<Map<String, String>> access = offered.rows();
        if (access.isEmpty()) {
            return;
        }
        if (!offered.kept()) {
            AccessRows.withoutSource(access)
                    .forEach(w -> objections.add(Objection.of(ProblemType.CONNECTOR_ACCESS_INVALID, w)));
        }
        if (AccessRows.systems(access).size() > 1) {
            objections.add(Objection.of(ProblemType.CONNECTOR_ACCESS_INVALID, "the rows name more than one system"));
        }
        List<String> alone = faults(access);
        List<String> why = alone.isEmpty() ? contradictions(name, access, wanted) : alone;
        why.forEach(w -> objections.add(Objection.of(ProblemType.CONNECTOR_ACCESS_INVALID, w)));
    }

    /**
     * What speaks against the rows beside those of each other connector: both may fit the rule book and not each other. Two
     * by two, so that it is told which, and that nobody is refused for what others have between them.
     */
    private List<String> contradictions(String name, List<Map<String, String>> access, List<DesiredConnector> wanted) {
        Set<String> systems = AccessRows.systems(access);
        return wanted.stream()
                .filter(w -> !w.name().equals(name)
                        && !systems.contains(w.system().text())
                        && faults(w.access()).isEmpty())
                .flatMap(w -> faults(Stream.concat(w.access().stream(), access.stream())
                                .toList())
                        .stream()
                        .map(why -> "beside the rows of " + w.name() + ": " + why))
                .toList();
    }

    private List<String> faults(List<Map<String, String>> rows) {
        return grants.objections(new RuleTable("access", "offered", AccessRows.COLUMNS, rows));
    }

    /** Refuses to remove a bundle that others hang on. */
    void requireUndisturbed(long bundleId) {
        Set<String> restarts = framework.disturbs(bundleId);
        if (!restarts.isEmpty()) {
            throw ProblemException.of(ProblemType.CONNECTOR_DISTURBS, "would restart " + restarts);
        }
    }

    /** Refuses a system that the platform or another connector has. */
    void requireFree(SystemId system, String name, List<DesiredConnector> wanted) {
        if (grants.builtIn(system)) {
            throw ProblemException.of(ProblemType.CONNECTOR_SYSTEM_TAKEN, system + " is a system of the platform");
        }
        wanted.stream()
                .filter(r -> r.system().equals(system) && !r.name().equals(name))
                .findFirst()
                .ifPresent(r -> {
                    throw ProblemException.of(
                            ProblemType.CONNECTOR_SYSTEM_TAKEN, r.name() + " answers for " + system + " already");
                });
    }
}
