package org.polyonym.agencies.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polyonym.esp.ConnectorDesk;
import org.polyonym.esp.ConnectorState;
import org.polyonym.esp.ProbeReport;
import org.polyonym.model.SystemId;

/** A portal that writes down what it is told. */
final class FakeDesk implements ConnectorDesk {
    final List<String> told = new ArrayList<>();
    ProbeReport report = new ProbeReport(true, Optional.of(SystemId.of("NPR")), "Register", "");

    @Override
    public List<ConnectorState> connectors() {
        return List.of();
    }

    @Override
    public ProbeReport probe(long bundleId, Duration limit) {
        told.add("probe " + bundleId);
        return report;
    }

    @Override
    public void admit(long bundleId, SystemId system) {
        told.add("admit " + bundleId + " " + system);
    }

    @Override
    public int retire(long bundleId, Duration limit) {
        told.add("retire " + bundleId);
        return 0;
    }

    @Override
    public boolean release(long bundleId) {
        return false;
    }
}
