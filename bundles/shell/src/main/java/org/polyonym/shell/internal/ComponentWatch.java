package org.polyonym.shell.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.polyonym.shell.internal.ComponentFact.Need;
import org.polyonym.shell.internal.ComponentFact.Standing;

/** Reads the state of all declared components. */
final class ComponentWatch {
    private static final String CAUSE = "Caused by: ";

    private final ServiceComponentRuntime runtime;

    ComponentWatch(ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /** The components of the bundles with a number that counts. */
    List<ComponentFact> look(LongPredicate counts) {
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(component -> counts.test(component.bundle.id))
                .flatMap(this::facts)
                .toList();
    }

    private Stream<ComponentFact> facts(ComponentDescriptionDTO component) {
        if (!runtime.isComponentEnabled(component)) {
            return Stream.of(fact(component, Standing.DISABLED, "", List.of()));
        }
        var configurations = runtime.getComponentConfigurationDTOs(component);
        return configurations.isEmpty()
                ? Stream.of(fact(component, Standing.NOT_CONFIGURED, "", List.of()))
                : configurations.stream().map(each -> fact(component, each));
    }

    private static ComponentFact fact(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        Standing standing = switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> Standing.NOT_CONFIGURED;
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> Standing.WAITS_FOR_SERVICE;
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> Standing.FAILED;
            default -> Standing.UP;
        };
        List<Need> needs = Arrays.stream(configuration.unsatisfiedReferences)
                .map(each -> need(component, each))
                .toList();
        String failure = rootCause(Optional.ofNullable(configuration.failure).orElse(""));
        return fact(component, standing, failure, needs);
    }

    /** The last cause of a stack trace, or its first line if that is all there is. */
    static String rootCause(String stackTrace) {
        return stackTrace
                .lines()
                .filter(line -> line.startsWith(CAUSE))
                .map(line -> line.substring(CAUSE.length()))
                .reduce((outer, inner) -> inner)
                .or(() -> stackTrace.lines().findFirst())
                .orElse("");
    }

    private static Need need(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
        String service = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(reference -> reference.interfaceName)
                .findFirst()
                .orElse("unknown");
        return new Need(
                unsatisfied.name,
                service,
                Optional.ofNullable(unsatisfied.target).orElse(""));
    }

    private static ComponentFact fact(
            ComponentDescriptionDTO component, Standing standing, String failure, List<Need> needs) {
        return new ComponentFact(
                component.name,
                component.bundle.symbolicName,
                standing,
                failure,
                needs,
                Set.of(component.serviceInterfaces));
    }
}
