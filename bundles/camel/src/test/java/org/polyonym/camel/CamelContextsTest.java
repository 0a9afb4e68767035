package org.polyonym.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.health.RouteCount;

@Timeout(30)
class CamelContextsTest {
    private final CamelContext context = CamelContexts.create("unit", getClass().getClassLoader());

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void startsRoutesUnderTheirOwnNames() throws Exception {
        CamelContexts.start(context, new Doubling());
        assertThat(context.getName()).isEqualTo("unit");
        assertThat(context.getRoutes()).extracting(Route::getRouteId).containsExactly("double-number");
        assertThat(send(context, 21)).isEqualTo(42);
    }

    @Test
    void countsCompletedAndFailedExchangesPerRoute() throws Exception {
        CountingRoutes counts = new CountingRoutes("unit");
        context.addRoutePolicyFactory(counts);
        CamelContexts.start(context, new Doubling());
        send(context, 1);
        send(context, 2);
        assertThatThrownBy(() -> send(context, -1)).isInstanceOf(CamelExecutionException.class);
        assertThat(counts.counts()).containsExactly(new RouteCount("double-number", 2, 1, 0));
    }

    @Test
    void leavesTheThreadsClassLoaderAsItWas() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        CamelContexts.start(context, new Doubling());
        assertThat(context.getApplicationContextClassLoader()).isNotSameAs(before);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void findsClassesThatOnlyTheCallerHas() {
        ClassLoader camel = ClassLoader.getPlatformClassLoader();
        context.setApplicationContextClassLoader(
                new BothLoaders(camel, getClass().getClassLoader()));
        assertThat(context.getClassResolver().resolveClass(Doubling.class.getName()))
                .isEqualTo(Doubling.class);
    }

    @Test
    void closesTheContextWhenARouteCannotBeBuilt() {
        assertThatThrownBy(() -> CamelContexts.start(context, new NoSuchComponent()))
                .hasMessageContaining("nowhere");
        assertThat(context.isStopped()).isTrue();
    }

    private static int send(CamelContext context, int number) throws Exception {
        try (ProducerTemplate template = context.createProducerTemplate()) {
            return template.requestBody("direct:double", number, Integer.class);
        }
    }

    private static final class Doubling extends RouteBuilder {
        @Override
        public void configure() {
            from("direct:double")
                    .routeId("double-number")
                    .filter(body().isLessThan(0))
                    .throwException(IllegalArgumentException.class, "negative")
                    .end()
                    .process(exchange -> exchange.getMessage()
                            .setBody(2 * exchange.getMessage().getBody(Integer.class)));
        }
    }

    private static final class NoSuchComponent extends RouteBuilder {
        @Override
        public void configure() {
            from("nowhere:at-all").routeId("fail-to-start").to("log:unreachable");
        }
    }
}
