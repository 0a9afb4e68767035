package org.polyonym.vis.internal;

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

/** Answers searches of VIS. */
@Component(service = Connector.class, property = "system=VIS")
public final class VisConnector extends CentralConnector {
    /** Wires the contracts. */
    @Activate
    public VisConnector(
            @Reference Records records, @Reference BiometricMatching biometrics, @Reference RuleBook rules) {
        super(new Answers(), records, biometrics, new Feeders(rules, SystemId.VIS), InstantSource.system());
    }

    private record Answers() implements Answering {
        @Override
        public SystemId system() {
            return SystemId.VIS;
        }

        @Override
        public String title() {
            return "Visa Information System";
        }

        @Override
        public Set<SearchField> searchable() {
            return EnumSet.allOf(SearchField.class);
        }
    }
}
