package org.polyonym.shell.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.polyonym.health.Finding;

/** Reasons, as a pure function of what was seen: follows every unmet need down to where the chain ends. */
final class Diagnosis {
    /** The subject of the finding that the boot is not over. */
    static final String BOOT = "boot";

    private static final String STEP = "; ";

    private final Facts facts;

    Diagnosis(Facts facts) {
        this.facts = facts;
    }

    /** Everything that should be up and is not: the boot itself, then bundles, then components, by name. */
    List<Finding> findings() {
        Stream<Finding> boot = facts.booted()
                ? Stream.empty()
                : Stream.of(new Finding(
                        BOOT,
                        "the features to boot are still being installed",
                        "wait; if it lasts, the log says which feature cannot be installed"));
        Stream<Finding> bundles = facts.bundles().stream()
                .filter(bundle -> !bundle.up())
                .sorted(Comparator.comparing(BundleFact::name))
                .map(bundle -> finding(bundle.name(), Chain.of(facts, bundle)));
        Stream<Finding> components = facts.components().stream()
                .filter(ComponentFact::isWanted)
                .filter(component -> component.standing() != ComponentFact.Standing.UP)
                .sorted(Comparator.comparing(ComponentFact::name))
                .map(component -> finding(component.name(), Chain.of(facts, component)));
        return Stream.of(boot, bundles, components).flatMap(each -> each).toList();
    }

    /**
     * The chain of reasons for each bundle and component of that name, up or not; the last part of a name is enough.
     * Empty when nothing is called so.
     */
    List<String> why(String name) {
        Stream<Chain> bundles = facts.bundles().stream()
                .filter(bundle -> isCalled(bundle.name(), name))
                .map(bundle -> Chain.of(facts, bundle));
        Stream<Chain> components = facts.components().stream()
                .filter(component -> isCalled(component.name(), name) || isCalled(component.bundle(), name))
                .map(component -> Chain.of(facts, component));
        return Stream.concat(bundles, components)
                .flatMap(chain -> Stream.concat(
                        chain.steps().stream(), chain.remedy().stream().map("remedy: "::concat)))
                .toList();
    }

    private static boolean isCalled(String full, String asked) {
        return full.equals(asked) || full.endsWith("." + asked);
    }

    private static Finding finding(String subject, Chain chain) {
        return new Finding(
                subject, String.join(STEP, chain.steps()), chain.remedy().orElse(""));
    }
}
