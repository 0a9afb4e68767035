package org.polyonym.sis.internal;

import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.connector.Connector;
import org.polyonym.model.SystemId;
import org.polyonym.registry.Records;
import org.polyonym.rules.RuleBook;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.systemkit.CentralConnector;
import org.polyonym.systemkit.Feeders;

/** Answers searches of SIS with alerts and the action to take. */
@Component(service = Connector.class, property = "system=SIS")
public final class SisConnector extends CentralConnector {
    /** Wires the contracts. */
    @Activate
    public SisConnector(
            @Reference Records records, @Reference BiometricMatching biometrics, @Reference RuleBook rules) {
        super(
                new AlertAnswers(new AlertVisibility(rules), AlertAnswers.articles(rules)),
                records,
                biometrics,
                new Feeders(rules, SystemId.SIS),
                InstantSource.system());
    }
}
