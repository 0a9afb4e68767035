package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.esp.internal.Fixtures.EVERY_CATEGORY;
import static org.polyonym.esp.internal.Fixtures.EVERY_FIELD;
import static org.polyonym.esp.internal.Fixtures.caller;
import static org.polyonym.esp.internal.Fixtures.connector;
import static org.polyonym.esp.internal.Fixtures.item;
import static org.polyonym.esp.internal.Fixtures.keys;
import static org.polyonym.esp.internal.Fixtures.limits;
import static org.polyonym.esp.internal.Fixtures.right;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.connector.MatchedBy;
import org.polyonym.esp.SourceStatus;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

@Timeout(20)
class SourceCallTest {
    private final List<SourceAnswer> answers = new ArrayList<>();

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("throws", (q, sink) -> {
                    throw new IllegalStateException("broken");
                }),
                fault("NoClassDefFoundError", (q, sink) -> {
                    throw new NoClassDefFoundError("gone");
                }),
                fault("STORE_UNAVAILABLE", (q, sink) -> {
                    throw ProblemException.of(ProblemType.STORE_UNAVAILABLE, "down");
                }),
                fault("more than 50 items", (q, sink) -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        sink.accept(item("EES/" + i));
                    }
                }),
                fault("more than 50 items", (q, sink) -> {
                    for (int i = 0; i < 60; i++) {
                        try {
                            sink.accept(item("EES/" + i));
                        } catch (ConnectorFault swallowed) {
                            assertThat(i).isGreaterThanOrEqualTo(50);
                        }
                    }
                }),
                fault("another system", (q, sink) -> sink.accept(item("VIS/1"))),
                fault("another system", (q, sink) -> sink.accept(inGroup(GroupRef.of("SIS/1")))),
                fault("INVALID_VALUE", (q, sink) -> sink.accept(inGroup(new GroupRef(null, "1")))),
                fault("INVALID_VALUE", (q, sink) -> sink.accept(inGroup(new GroupRef(SystemId.EES, " ")))),
                fault("INVALID_VALUE", (q, sink) -> sink.accept(inGroup(new GroupRef(SystemId.EES, "x".repeat(65))))),
                fault("mandatory parts", (q, sink) -> sink.accept(null)),
                fault(
                        "mandatory parts",
                        (q, sink) -> sink.accept(new Item(
                                null,
                                Optional.empty(),
                                Set.of(),
                                0,
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                List.of()))),
                fault(
                        "mandatory parts",
                        (q, sink) -> sink.accept(new Item(
                                item("EES/1").origin(),
                                Optional.empty(),
                                Set.of(MatchedBy.IDENTITY),
                                Double.NaN,
                                null,
                                List.of(),
                                List.of(),
                                List.of()))));
    }

    private static Item inGroup(GroupRef group) {
        return new Item(
                OriginRef.of("EES/1"),
                Optional.of(group),
                Set.of(MatchedBy.IDENTITY),
                0.9,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Arguments fault(String reason, BiConsumer<ConnectorQuery, Consumer<Item>> search) {
        return Arguments.of(reason, search);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesAFaultyConnectorUnavailableWithTheReason(
            String reason, BiConsumer<ConnectorQuery, Consumer<Item>> search) {
        call(connector(SystemId.EES, search)).run();

        assertThat(answers).singleElement().satisfies(a -> {
            assertThat(a.status()).isEqualTo(SourceStatus.UNAVAILABLE);
            assertThat(a.items()).isEmpty();
            assertThat(a.reason()).containsAnyOf(reason, "IllegalStateException");
        });
    }

    @Test
    void aMissingConnectorIsUnavailableAndNeverEmpty() {
        new SourceCall(asking(Duration.ofSeconds(5)), right(SystemId.EES), Optional::empty, time(), answers::add).run();

        assertThat(answers).extracting(SourceAnswer::status).containsExactly(SourceStatus.UNAVAILABLE);
    }

    @Test
    void aConnectorThatDescribesAnotherSystemIsUnavailable() {
        call(connector(SystemId.VIS, (q, sink) -> sink.accept(item("EES/1")))).run();

        assertThat(answers).extracting(SourceAnswer::status).containsExactly(SourceStatus.UNAVAILABLE);
    }

    @Test
    void aConnectorThatDescribesNothingIsUnavailable() {
        call(connector((Description) null, (q, sink) -> sink.accept(item("EES/1"))))
                .run();
        call(connector(description(EVERY_FIELD, limits(0, Duration.ZERO, 0)), (q, sink) -> {}))
                .run();

        assertThat(answers)
                .extracting(SourceAnswer::status)
                .containsExactly(SourceStatus.UNAVAILABLE, SourceStatus.UNAVAILABLE);
    }

    @Test
    void interruptsAHungConnectorAndIgnoresWhatItSaysLater() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicReference<Throwable> lateItem = new AtomicReference<>();
        SourceCall call = call(connector(SystemId.EES, (q, sink) -> {
            hanging.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                try {
                    sink.accept(item("EES/1"));
                } catch (ConnectorFault late) {
                    lateItem.set(late);
                }
                interrupted.countDown();
            }
        }));
        Thread thread = Thread.ofVirtual().start(call);
        hanging.await();
        call.end("no answer in time");
        interrupted.await();
        thread.join();

        assertThat(lateItem.get()).hasMessageContaining("after its time");
        assertThat(answers).singleElement().satisfies(a -> {
            assertThat(a.status()).isEqualTo(SourceStatus.UNAVAILABLE);
            assertThat(a.reason()).isEqualTo("no answer in time");
        });
    }

    @Test
    void asksNoMoreAtOnceThanTheConnectorCanBear() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Description one = description(EVERY_FIELD, limits(50, Duration.ofSeconds(5), 1));
        Source source = Fixtures.source(connector(one, (q, sink) -> {
            inside.countDown();
            await(leave);
        }));
        Thread first = Thread.ofVirtual().start(call(right(SystemId.EES), source));
        inside.await();
        call(right(SystemId.EES), source).run();
        assertThat(answers).extracting(SourceAnswer::status).containsExactly(SourceStatus.UNAVAILABLE);

        leave.countDown();
        first.join();
        call(right(SystemId.EES), source).run();
        assertThat(answers)
                .extracting(SourceAnswer::status)
                .endsWith(SourceStatus.EMPTY_OR_NOT_PERMITTED, SourceStatus.EMPTY_OR_NOT_PERMITTED);
    }

    @Test
    void sendsOnlyKeysThatProfileAndSourceBothAllow() {
        AtomicReference<ConnectorQuery> asked = new AtomicReference<>();
        Description noPrints = description(
                EnumSet.complementOf(EnumSet.of(SearchField.FINGERPRINTS, SearchField.SEX)), Limits.DEFAULT);
        SourceRight noDocument =
                right(SystemId.EES, EnumSet.complementOf(EnumSet.of(SearchField.TRAVEL_DOCUMENT)), EVERY_CATEGORY);
        call(noDocument, Fixtures.source(connector(noPrints, (q, sink) -> asked.set(q))))
                .run();

        assertThat(asked.get().samples()).isEmpty();
        assertThat(asked.get().search().documents()).isEmpty();
        assertThat(new SearchKeys(asked.get().search(), asked.get().samples()).fields())
                .containsExactlyInAnyOrder(
                        SearchField.FAMILY_NAME,
                        SearchField.GIVEN_NAMES,
                        SearchField.BIRTH_DATE,
                        SearchField.BIRTH_PLACE,
                        SearchField.NATIONALITY);
    }

    @Test
    void doesNotAskASourceForWhichNoKeyIsLeft() {
        SourceRight documentsOnly = right(SystemId.EES, Set.of(SearchField.TRAVEL_DOCUMENT), EVERY_CATEGORY);
        Description namesOnly = description(Set.of(SearchField.FAMILY_NAME), Limits.DEFAULT);
        call(documentsOnly, Fixtures.source(connector(namesOnly, (q, sink) -> {
                    throw new AssertionError("must not be asked");
                })))
                .run();

        assertThat(answers).extracting(SourceAnswer::status).containsExactly(SourceStatus.EMPTY_OR_NOT_PERMITTED);
    }

    @Test
    void passesOnOnlyDataOfTheCategoriesThatTheSourceDeclares() {
        Description facts = new Description(
                SystemId.EES,
                "Entry/Exit System",
                EVERY_FIELD,
                Set.of(DataCategory.REFERENCE, DataCategory.BUSINESS),
                Limits.DEFAULT);
        Fact declared = new Fact(DataCategory.BUSINESS, "status", "open");
        Fact other = new Fact(DataCategory.HANDLING, "code", "H1");
        call(
                        right(SystemId.EES),
                        Fixtures.source(connector(facts, (q, sink) -> sink.accept(item("EES/1", declared, other)))))
                .run();

        assertThat(answers)
                .singleElement()
                .satisfies(a -> assertThat(a.items()).singleElement().satisfies(i -> {
                    assertThat(i.origin()).isEqualTo(OriginRef.of("EES/1"));
                    assertThat(i.identity()).isEmpty();
                    assertThat(i.documents()).isEmpty();
                    assertThat(i.facts()).containsExactly(declared);
                }));
    }

    @Test
    void theConnectorsOwnLimitShortensItsTime() {
        Description hasty = description(EVERY_FIELD, limits(50, Duration.ofMillis(200), 1));
        AtomicReference<ConnectorQuery> asked = new AtomicReference<>();
        SourceCall call = call(right(SystemId.EES), Fixtures.source(connector(hasty, (q, sink) -> asked.set(q))));
        call.run();

        assertThat(asked.get().deadline()).isEqualTo(time().instant().plusMillis(200));
        assertThat(call.deadline()).isEqualTo(asked.get().deadline());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Description description(Set<SearchField> fields, Limits limits) {
        return new Description(SystemId.EES, "Entry/Exit System", fields, EVERY_CATEGORY, limits);
    }

    private SourceCall call(Connector connector) {
        return call(right(SystemId.EES), Fixtures.source(connector));
    }

    private SourceCall call(SourceRight right, Source source) {
        return new SourceCall(asking(Duration.ofSeconds(5)), right, () -> Optional.of(source), time(), answers::add);
    }

    private static SourceCall.Asking asking(Duration timeout) {
        return new SourceCall.Asking(
                "q-1",
                caller("POLICE@MS-1", Purpose.POLICE_CHECK),
                keys(),
                time().instant().plus(timeout));
    }

    private static InstantSource time() {
        return InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    }
}
