package org.polyonym.eurodac.internal;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Connector;
import org.polyonym.model.SystemId;
import org.polyonym.registry.Records;
import org.polyonym.rules.RuleBook;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.systemkit.Answering;
import org.polyonym.systemkit.CentralConnector;
import org.polyonym.systemkit.Feeders;

/** Answers searches of Eurodac. */
@Component(service = Connector.class, property = "system=EURODAC")
public final class EurodacConnector extends CentralConnector {
    /** Wires the contracts. */
    @Activate
    public EurodacConnector(
            @Reference Records records, @Reference BiometricMatching biometrics, @Reference RuleBook rules) {
        super(new Eurodac(), records, biometrics, new Feeders(rules, SystemId.EURODAC), InstantSource.system());
    }

    private record Eurodac() implements Answering {
        @Override
        public SystemId system() {
            return SystemId.EURODAC;
        }

        @Override
        public String title() {
            return "Eurodac";
        }

        @Override
        public Set<SearchField> searchable() {
            return EnumSet.allOf(SearchField.class);
        }
    }
}
