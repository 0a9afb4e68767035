package org.polyonym.ees.internal;

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

/** Answers searches of EES. */
@Component(service = Connector.class, property = "system=EES")
public final class EesConnector extends CentralConnector {
    /** Wires the contracts. */
    @Activate
    public EesConnector(
            @Reference Records records, @Reference BiometricMatching biometrics, @Reference RuleBook rules) {
        super(new Answers(), records, biometrics, new Feeders(rules, SystemId.EES), InstantSource.system());
    }

    private record Answers() implements Answering {
        @Override
        public SystemId system() {
            return SystemId.EES;
        }

        @Override
        public String title() {
            return "Entry/Exit System";
        }

        @Override
        public Set<SearchField> searchable() {
            return EnumSet.allOf(SearchField.class);
        }
    }
}
