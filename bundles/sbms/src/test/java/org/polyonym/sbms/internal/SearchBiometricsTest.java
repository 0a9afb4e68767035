package org.polyonym.sbms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polyonym.access.AccessControl;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.http.Request;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SystemOfRecord;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Identification;

class SearchBiometricsTest {
    private final Bench bench = new Bench();
    private final SearchBiometrics endpoint = new SearchBiometrics(access(), bench.matching);

    @Test
    void givesAPlaceToARecordThatMayBeReadAndNoneToOneThatItsSystemHides() {
        bench.enrol(Bench.sis("a-hidden"), Bench.fingers(1, Bench.FOUR, 0));
        bench.enrol(Bench.sis("b-shown"), Bench.fingers(1, Bench.FOUR, 0));
        endpoint.systems = List.of(system(Set.of("b-shown")));
        assertThat(search(1).candidates()).extracting(Candidate::ref).containsExactly(Bench.sis("b-shown"));
    }

    @Test
    void doesNotAnswerForASystemThatDoesNotRun() {
        bench.enrol(Bench.sis("r1"), Bench.fingers(1, Bench.FOUR, 0));
        assertThatThrownBy(() -> search(1))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.COMPONENT_UNAVAILABLE));
    }

    private Identification search(int limit) {
        SearchBiometrics.Body body = new SearchBiometrics.Body(Bench.fingers(1, Bench.FOUR, 1), List.of(), limit);
        Request request =
                fake(Request.class, (proxy, method, args) -> method.getName().equals("caller") ? Bench.CALLER : body);
        return (Identification) endpoint.handle(request).body().orElseThrow();
    }

    private static AccessControl access() {
        SourceRight right = new SourceRight(
                SystemId.SIS, true, EnumSet.allOf(SearchField.class), EnumSet.allOf(DataCategory.class), "test");
        return fake(
                AccessControl.class,
                (proxy, method, args) ->
                        method.getName().equals("profile") ? new Profile("TEST", true, List.of(right)) : null);
    }

    private static SystemOfRecord system(Set<String> readable) {
        return fake(
                SystemOfRecord.class,
                (proxy, method, args) -> method.getName().equals("system")
                        ? SystemId.SIS
                        : Optional.of(args[1]).filter(readable::contains));
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
