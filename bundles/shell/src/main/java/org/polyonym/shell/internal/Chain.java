package org.polyonym.shell.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.shell.internal.ComponentFact.Need;
import org.polyonym.shell.internal.ComponentFact.Standing;

/** The steps from one bundle or component down to its root causes, and what cures the last of them. */
final class Chain {
    private final Facts facts;
    private final List<String> steps = new ArrayList<>();
    /** What the current step hangs on, outermost first. */
    private final Set<String> path = new HashSet<>();
    /** What has been explained wholly and need not be again. */
    private final Set<String> explained = new HashSet<>();

    private Optional<String> remedy = Optional.empty();

    private Chain(Facts facts) {
        this.facts = facts;
    }

    static Chain of(Facts facts, BundleFact bundle) {
        Chain chain = new Chain(facts);
        chain.follow(bundle);
        return chain;
    }

    static Chain of(Facts facts, ComponentFact component) {
        Chain chain = new Chain(facts);
        chain.follow(component);
        return chain;
    }

    /** Outermost first. */
    List<String> steps() {
        return List.copyOf(steps);
    }

    /** Empty when nothing needs a cure. */
    Optional<String> remedy() {
        return remedy;
    }

    private void follow(BundleFact bundle) {
        explain("bundle " + bundle.name(), () -> reasons(bundle));
    }

    private void follow(ComponentFact component) {
        explain("component " + component.name(), () -> reasons(component));
    }

    /** Once per subject; meeting it again on the way down is a circle, meeting it elsewhere is no news. */
    private void explain(String subject, Runnable reasons) {
        if (path.contains(subject)) {
            end(
                    subject + " again: these wait for each other in a circle",
                    "make one of the references in the circle optional");
        } else if (explained.add(subject)) {
            path.add(subject);
            reasons.run();
            path.remove(subject);
        }
    }

    private void reasons(BundleFact bundle) {
        String subject = "bundle " + bundle.name();
        if (bundle.up()) {
            steps.add(subject + " is up");
            return;
        }
        steps.add(subject + " is " + bundle.state());
        bundle.missing()
                .forEach(missing -> end(
                        subject + " lacks " + missing,
                        "install a bundle that offers " + missing + ", or rebuild " + bundle.name() + " without it"));
        facts.bundles().stream()
                .filter(other -> bundle.waitsFor().contains(other.name()))
                .forEach(this::follow);
        if (remedy.isEmpty()) {
            remedy = Optional.of("bundle:start " + bundle.name() + "; if it stops again, the log says why");
        }
    }

    private void reasons(ComponentFact component) {
        String subject = "component " + component.name();
        switch (component.standing()) {
            case UP -> steps.add(subject + " is up");
            case NOT_CONFIGURED ->
                end(
                        subject + " has no configuration and exists only with one",
                        "add its configuration to etc/ if it is wanted");
            case DISABLED -> end(subject + " is disabled", "scr:enable " + component.name() + " if it is wanted");
            case FAILED ->
                end(
                        subject + " failed to start: " + component.failure(),
                        "remove the cause, then bundle:restart " + component.bundle());
            case WAITS_FOR_SERVICE -> component.unsatisfied().forEach(need -> follow(component, need));
        }
    }

    private void follow(ComponentFact component, Need need) {
        String filter = need.target().isEmpty() ? "" : " with " + need.target();
        steps.add("component " + component.name() + " needs service " + need.service() + filter + " (reference "
                + need.reference() + ")");
        List<ComponentFact> offering = facts.components().stream()
                .filter(each -> each.offers().contains(need.service()))
                .toList();
        List<BundleFact> declaring = facts.bundles().stream()
                .filter(each -> each.offers().contains(need.service()))
                .toList();
        if (offering.isEmpty() && declaring.isEmpty()) {
            end("no installed bundle offers " + need.service(), "install the bundle that offers " + need.service());
        }
        offering.stream().filter(each -> each.standing() != Standing.UP).forEach(this::follow);
        offering.stream().filter(each -> each.standing() == Standing.UP).forEach(each -> unfit(each, need));
        declaring.stream().filter(each -> !each.up()).forEach(this::follow);
        if (offering.isEmpty()) {
            declaring.stream().filter(BundleFact::up).forEach(each -> notRegistered(each, need));
        }
    }

    /** The bundle registers the service by its own code, which some component of it has not come to. */
    private void notRegistered(BundleFact bundle, Need need) {
        end(
                "bundle " + bundle.name() + " is to offer " + need.service() + " and has not done so",
                "the log says why; then bundle:restart " + bundle.name());
        facts.components().stream()
                .filter(each -> each.bundle().equals(bundle.name()) && each.standing() != Standing.UP)
                .forEach(this::follow);
    }

    private void unfit(ComponentFact offering, Need need) {
        if (need.target().isEmpty()) {
            end("component " + offering.name() + " offers it but cannot give it", "the log says why it was refused");
        } else {
            end(
                    "component " + offering.name() + " offers it, but its properties do not match " + need.target(),
                    "configure a matching service");
        }
    }

    private void end(String step, String cure) {
        steps.add(step);
        remedy = Optional.of(cure);
    }
}
