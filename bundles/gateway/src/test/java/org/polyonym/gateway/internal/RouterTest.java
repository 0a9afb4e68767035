package org.polyonym.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Router router = new Router(List.of(
            new Operation("one", "GET", "/v1/things/{id}", false, false),
            new Operation("mine", "GET", "/v1/things/mine", false, false),
            new Operation("part", "PUT", "/v1/things/{id}/parts/{part}", false, false)));

    @Test
    void prefersTheLiteralPath() {
        assertThat(router.route("GET", "/v1/things/mine").operation())
                .map(Operation::operationId)
                .contains("mine");
        assertThat(router.route("GET", "/v1/things/7").operation())
                .map(Operation::operationId)
                .contains("one");
    }

    @Test
    void givesTheParameters() {
        assertThat(router.route("PUT", "/v1/things/a:1/parts/b.2").parameters())
                .isEqualTo(Map.of("id", "a:1", "part", "b.2"));
    }

    @Test
    void findsNothingForEmptySegmentsAndOtherLengths() {
        for (String path : List.of("", "/", "/v1/things/", "/v1/things", "/v1/things/1/", "//v1/things/1")) {
            Router.Route route = router.route("GET", path);
            assertThat(route.operation()).as(path).isEmpty();
            assertThat(route.allowed()).as(path).isEmpty();
        }
    }

    @Test
    void tellsWhichMethodsAPathHas() {
        assertThat(router.route("POST", "/v1/things/7").allowed()).containsExactly("GET");
    }
}
