package org.polyonym.cir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.cir.IndividualFile;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.NameKind;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.PersonName;
import org.polyonym.rules.RuleBook;
import org.polyonym.rules.internal.EditionRules;
import org.polyonym.store.UnitOfWork;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;

@Timeout(60)
class IndividualFilesTest {
    private static final RuleBook BOOK = new EditionRules(Map.of());

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final IndividualFiles files = new IndividualFiles(store.documents(), BOOK);

    @AfterEach
    void close() {
        store.close();
    }

    private void inTransaction(Consumer<UnitOfWork> work) {
        store.transactions().inTransaction(uow -> {
            work.accept(uow);
            return true;
        });
    }

    private OriginRef enter(String ref) {
        OriginRecord record = Fixture.record(ref);
        inTransaction(uow -> files.written(uow, Optional.empty(), record));
        return record.ref();
    }

    private void group(String... refs) {
        List<OriginRef> members = Arrays.stream(refs).map(OriginRef::of).toList();
        inTransaction(uow -> files.grouped(uow, new IdentityGroup(GroupRef.of(refs[0]), members)));
    }

    private IndividualFile fileOf(OriginRef ref) {
        return files.fileOf(ref).orElseThrow();
    }

    private static List<OriginRef> origins(IndividualFile file) {
        return file.partitions().stream().map(IndividualFile.Partition::origin).toList();
    }

    @Test
    void makesExactlyOneFileAtTheFirstRegistration() {
        OriginRef ref = enter("EES/1");
        IndividualFile file = fileOf(ref);
        assertThat(origins(file)).containsExactly(ref);
        assertThat(files.file(file.fileId())).contains(file);
    }

    @Test
    void holdsNoDataOfSis() {
        assertThat(files.fileOf(enter("SIS/1"))).isEmpty();
        assertThat(files.fileOf(enter("EUROPOL/1"))).isEmpty();
    }

    @Test
    void holdsNoBusinessDataAndWhatArticle18NamesOnly() {
        IndividualFile.Partition ees = fileOf(enter("EES/1")).partitions().getFirst();
        assertThat(ees.toString()).doesNotContain("REFUSED").doesNotContain("VICTIM");
        assertThat(ees.identity().names()).extracting(PersonName::kind).containsExactly(NameKind.CURRENT);
        assertThat(ees.identity().birthPlace()).isEmpty();
        assertThat(ees.samples()).extracting(sample -> sample.modality().name()).containsExactly("FINGERPRINT", "FACE");
        IndividualFile.Partition etias = fileOf(enter("ETIAS/1")).partitions().getFirst();
        assertThat(etias.identity().birthPlace()).isEqualTo("Utoville");
        assertThat(etias.identity().birthCountry()).isEmpty();
        assertThat(etias.samples()).isEmpty();
    }

    @Test
    void followsACorrectionInTheOriginSystem() {
        OriginRef ref = enter("VIS/1");
        String fileId = fileOf(ref).fileId();
        OriginRecord corrected = Fixture.record("VIS/1", "BERGH");
        inTransaction(uow -> files.written(uow, Optional.of(Fixture.record("VIS/1")), corrected));
        assertThat(fileOf(ref).fileId()).isEqualTo(fileId);
        assertThat(fileOf(ref).partitions())
                .singleElement()
                .satisfies(part -> assertThat(part.identity().names().getFirst().familyName())
                        .isEqualTo("BERGH"));
    }

    @Test
    void joinsTheRecordsOfAnIdentityGroupAndKeepsTheirPartitions() {
        OriginRef first = enter("EURODAC/1");
        String fileId = fileOf(first).fileId();
        OriginRef second = enter("EURODAC/2");
        group("EURODAC/1", "EURODAC/2");
        assertThat(fileOf(second).fileId()).isEqualTo(fileId);
        assertThat(origins(fileOf(second))).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void livesAsLongAsOneSystemHoldsData() {
        OriginRef visa = enter("VIS/1");
        OriginRef entry = enter("EES/1");
        inTransaction(uow -> files.join(uow, GroupRef.of("VIS/1"), GroupRef.of("EES/1")));
        String fileId = fileOf(visa).fileId();
        inTransaction(uow -> files.erased(uow, Fixture.record("VIS/1")));
        assertThat(files.fileOf(visa)).isEmpty();
        assertThat(origins(fileOf(entry))).containsExactly(entry);
        assertThat(fileOf(entry).fileId()).isEqualTo(fileId);
        inTransaction(uow -> files.erased(uow, Fixture.record("EES/1")));
        assertThat(files.file(fileId)).isEmpty();
    }

    @Test
    void joinsAndPartsFilesAsLinksSayOnePersonOrNoLonger() {
        OriginRef visa = enter("VIS/1");
        OriginRef entry = enter("EES/1");
        OriginRef claim = enter("EURODAC/1");
        inTransaction(uow -> files.join(uow, GroupRef.of("VIS/1"), GroupRef.of("EES/1")));
        inTransaction(uow -> files.join(uow, GroupRef.of("EES/1"), GroupRef.of("EURODAC/1")));
        inTransaction(uow -> files.join(uow, GroupRef.of("EES/1"), GroupRef.of("EURODAC/1")));
        assertThat(origins(fileOf(claim))).containsExactlyInAnyOrder(visa, entry, claim);
        inTransaction(uow -> files.part(uow, GroupRef.of("EURODAC/1"), GroupRef.of("EES/1")));
        assertThat(origins(fileOf(claim))).containsExactly(claim);
        assertThat(origins(fileOf(visa))).containsExactlyInAnyOrder(visa, entry);
    }

    @Test
    void keepsGroupsTogetherThatAnotherLinkStillJoins() {
        enter("VIS/1");
        enter("EES/1");
        OriginRef claim = enter("EURODAC/1");
        inTransaction(uow -> files.join(uow, GroupRef.of("VIS/1"), GroupRef.of("EES/1")));
        inTransaction(uow -> files.join(uow, GroupRef.of("EES/1"), GroupRef.of("EURODAC/1")));
        inTransaction(uow -> files.join(uow, GroupRef.of("VIS/1"), GroupRef.of("EURODAC/1")));
        inTransaction(uow -> files.part(uow, GroupRef.of("EURODAC/1"), GroupRef.of("EES/1")));
        assertThat(fileOf(claim).partitions()).hasSize(3);
    }

    @Test
    void letsJoinsFollowAGroupThatMerges() {
        OriginRef first = enter("EURODAC/1");
        OriginRef second = enter("EURODAC/2");
        OriginRef visa = enter("VIS/1");
        inTransaction(uow -> files.join(uow, GroupRef.of("VIS/1"), GroupRef.of("EURODAC/2")));
        group("EURODAC/1", "EURODAC/2");
        assertThat(origins(fileOf(first))).containsExactlyInAnyOrder(first, second, visa);
    }

    @Test
    void takesARecordOutAgainThatLeavesItsGroup() {
        OriginRef first = enter("EURODAC/1");
        OriginRef second = enter("EURODAC/2");
        group("EURODAC/1", "EURODAC/2");
        group("EURODAC/2");
        group("EURODAC/1");
        assertThat(origins(fileOf(first))).containsExactly(first);
        assertThat(origins(fileOf(second))).containsExactly(second);
    }

    @Test
    void ignoresJoinsWithSis() {
        OriginRef visa = enter("VIS/1");
        inTransaction(uow -> files.join(uow, GroupRef.of("VIS/1"), GroupRef.of("SIS/1")));
        assertThat(origins(fileOf(visa))).containsExactly(visa);
    }
}
