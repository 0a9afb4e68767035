package org.polyonym.systemkit;

import java.util.List;
import java.util.Map;
import org.polyonym.access.Caller;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.sbms.Candidate;
import org.polyonym.systemkit.fixture.TestPlatform;

/** The Visa Information System with nothing of its own but the comparison of prints. */
final class TestSystem extends CentralSystem {
    TestSystem(TestPlatform platform, Map<String, ?> config) {
        super(new Law(platform), platform.contracts(), config);
    }

    private record Law(TestPlatform platform) implements SystemLaw {
        @Override
        public SystemId system() {
            return SystemId.VIS;
        }

        @Override
        public List<Candidate> duplicates(Caller caller, OriginRecord record) {
            return new PrintComparison(platform.matching).candidates(caller, record);
        }
    }
}
