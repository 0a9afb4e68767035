package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polyonym.esp.internal.Fixtures.NADIR;
import static org.polyonym.esp.internal.Fixtures.PASSPORT;
import static org.polyonym.esp.internal.Fixtures.caller;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.esp.PortalSearch.Found;
import org.polyonym.model.CaseReference;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.registry.SearchQuery;

class MachineSearchTest {
    private static final Caller DETECTOR =
            Caller.component("mid", Purpose.MULTIPLE_IDENTITY_DETECTION, CaseReference.of("CASE-1"));

    private final FakeRecords records = new FakeRecords();
    private final Fixtures.MemoryLog log = new Fixtures.MemoryLog();
    private final MachineSearch search = new MachineSearch(records, log);

    @Test
    void findsTheRecordsOfTheSystemsAndLogsItAsAMachineQuery() {
        records.add(OriginRef.of("EES/1"), NADIR, List.of(PASSPORT));
        records.add(OriginRef.of("VIS/1"), NADIR, List.of(PASSPORT));

        assertThat(search.search(DETECTOR, Set.of(SystemId.EES), query(NADIR)))
                .containsExactly(new Found(OriginRef.of("EES/1"), true, false));
        assertThat(log.entries).singleElement().satisfies(e -> {
            assertThat(e.event()).isEqualTo("MACHINE_QUERY");
            assertThat(e.caller()).isEqualTo(DETECTOR);
            assertThat(e.toString()).doesNotContain("SELMANI");
        });
    }

    @Test
    void isRefusedToPersonsWithAnotherPurpose() {
        assertThatThrownBy(() ->
                        search.search(caller("POLICE@MS-1", Purpose.POLICE_CHECK), Set.of(SystemId.EES), query(NADIR)))
                .hasMessageContaining("PLY-2006");
    }

    @Test
    void refusesASearchThatWouldHaveToBeCutShort() {
        for (int i = 0; i <= MachineSearch.MAX_FOUND; i++) {
            records.add(OriginRef.of("EES/" + i), NADIR, List.of());
        }

        assertThatThrownBy(() -> search.search(DETECTOR, Set.of(SystemId.EES), query(NADIR)))
                .hasMessageContaining("PLY-1015");
    }

    @Test
    void nothingSelectiveFindsNothing() {
        records.add(OriginRef.of("EES/1"), NADIR, List.of());

        assertThat(search.search(DETECTOR, Set.of(SystemId.EES), query(IdentityData.NONE)))
                .isEmpty();
    }

    private static SearchQuery query(IdentityData identity) {
        return new SearchQuery(identity, List.of(), SearchQuery.Mode.ONE_EDIT);
    }
}
