package org.polyonym.cir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.cir.IndividualFile;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;

class ReadIndividualFileEndpointTest {
    private static final IndividualFile FILE =
            new IndividualFile("F", List.of(partition("EES/1"), partition("VIS/1"), partition("EURODAC/1")));

    private static IndividualFile.Partition partition(String ref) {
        var record = Fixture.record(ref);
        return new IndividualFile.Partition(record.ref(), record.identity(), record.documents(), record.samples());
    }

    private static SourceRight right(String system, boolean search, DataCategory... reply) {
        return new SourceRight(
                SystemId.of(system), search, Set.<SearchField>of(), Set.copyOf(Arrays.asList(reply)), "test");
    }

    private static IndividualFile cut(SourceRight... rights) {
        return ReadIndividualFileEndpoint.cut(FILE, new Profile("test", true, List.of(rights)));
    }

    @Test
    void showsOnlyPartitionsOfSystemsThatTheProfileSees() {
        IndividualFile seen =
                cut(right("EES", true, DataCategory.IDENTITY), right("VIS", false, DataCategory.IDENTITY));
        assertThat(seen.partitions())
                .extracting(IndividualFile.Partition::origin)
                .containsExactly(OriginRef.of("EES/1"));
    }

    @Test
    void cutsAPartitionToTheCategoriesOfTheProfile() {
        IndividualFile.Partition identityOnly =
                cut(right("EES", true, DataCategory.IDENTITY)).partitions().getFirst();
        assertThat(identityOnly.documents()).isEmpty();
        assertThat(identityOnly.samples()).isEmpty();
        IndividualFile.Partition whole = cut(right(
                        "EES", true, DataCategory.IDENTITY, DataCategory.DOCUMENT, DataCategory.BIOMETRIC))
                .partitions()
                .getFirst();
        assertThat(whole.documents()).hasSize(1);
        assertThat(whole.samples()).hasSize(3);
    }

    @Test
    void showsNothingToAProfileWithBareReferences() {
        assertThat(cut(right("EES", true, DataCategory.REFERENCE)).partitions()).isEmpty();
    }
}
