package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.esp.internal.Fixtures.connector;
import static org.polyonym.esp.internal.Fixtures.item;
import static org.polyonym.esp.internal.Fixtures.right;
import static org.polyonym.esp.internal.Ward.TIME;
import static org.polyonym.esp.internal.Ward.asking;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.model.SystemId;

/** Which connector is asked for a system. */
@Timeout(60)
class SourcesTest {
    private final Sources sources = Fixtures.sources();

    @Test
    void aSourceThatIsRetiredInBetweenIsFollowedByItsSuccessor() {
        Source old = Fixtures.source(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/old"))));
        Source successor = Fixtures.source(connector(SystemId.EES, (q, sink) -> sink.accept(item("EES/new"))));
        old.retire();
        AtomicInteger lookups = new AtomicInteger();
        AtomicReference<SourceAnswer> answer = new AtomicReference<>();
        new SourceCall(
                        asking(Duration.ofSeconds(5)),
                        right(SystemId.EES),
                        () -> Optional.of(lookups.getAndIncrement() == 0 ? old : successor),
                        TIME,
                        answer::set)
                .run();

        assertThat(answer.get().items()).extracting(i -> i.origin().text()).containsExactly("EES/new");
    }

    @Test
    void anAgencyIsAskedOnlyOnceItIsAdmittedAndOnlyForItsSystem() {
        SystemId register = SystemId.of("NPR");
        Map<String, Object> boasting = Map.of("system", "SIS", "service.ranking", 10_000, "service.id", 5L);
        sources.add(
                new Sources.Owner(7, "eu.example", "1.0.0", true),
                Fixtures.handle(connector(register, (q, sink) -> {})),
                boasting);
        assertThat(sources.of(SystemId.SIS)).isEmpty();
        assertThat(sources.of(register)).isEmpty();

        sources.admit(7, register);
        assertThat(sources.of(register)).isPresent();
        assertThat(sources.of(SystemId.SIS)).isEmpty();

        sources.add(
                new Sources.Owner(8, "eu.example", "1.0.1", true),
                Fixtures.handle(connector(register, (q, sink) -> {})),
                Map.of("service.id", 6L));
        assertThat(sources.of(register)).hasValue(sources.ofBundle(7).getFirst());
        sources.admit(8, register);
        assertThat(sources.of(register)).hasValue(sources.ofBundle(8).getFirst());
        sources.retire(8);
        assertThat(sources.of(register)).hasValue(sources.ofBundle(7).getFirst());
    }
}
