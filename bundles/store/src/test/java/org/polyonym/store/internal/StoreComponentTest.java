package org.polyonym.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.polyonym.grid.Grid;
import org.polyonym.health.Finding;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.Transactions;

/** When the store starts, when it does not, and how it comes back. */
@Timeout(120)
class StoreComponentTest {
    private static final DocumentType<StoreContract.Sample> TYPE =
            new DocumentType<>("component", StoreContract.Sample.class);

    @TempDir
    Path folder;

    private final List<Object> registered = new CopyOnWriteArrayList<>();

    private static <T> T fake(Class<T> type, BiFunction<String, Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (p, method, args) -> answer.apply(method.getName(), args)));
    }

    private StoreComponent open(int nodes, Map<String, String> config) {
        BundleContext context = fake(BundleContext.class, (method, args) -> switch (method) {
            case "getProperty" -> folder.toString();
            case "registerService" -> {
                registered.add(args[1]);
                yield fake(ServiceRegistration.class, (call, none) -> {
                    registered.remove(args[1]);
                    return null;
                });
            }
            default -> throw new UnsupportedOperationException(method);
        });
        Grid grid = fake(Grid.class, (method, args) -> switch (method) {
            case "size" -> nodes;
            default -> throw new UnsupportedOperationException(method);
        });
        return new StoreComponent(context, config, grid);
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private <T> T service(Class<T> type) {
        return registered.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private void put(String id) {
        service(Transactions.class)
                .inTransaction(uow -> service(Documents.class)
                        .put(uow, TYPE, id, 0, new StoreContract.Sample(StoreContract.REF, "x"), List.of()));
    }

    @Test
    void servesOneNodeFromAnEmbeddedDatabaseAndRefusesItForSeveral() {
        StoreComponent alone = open(1, Map.of());
        assertThat(alone.findings()).isEmpty();
        assertThat(registered).isNotEmpty();
        alone.close();
        assertThat(registered).isEmpty();

        StoreComponent several = open(3, Map.of());
        assertThat(several.findings())
                .extracting(Finding::reason)
                .singleElement()
                .asString()
                .contains("embedded");
        assertThat(registered).isEmpty();
        several.close();
    }

    @Test
    void waitsForItsServerNamesItAndHealsWhenItComesAndGoes() {
        assumeTrue(PostgresServer.shared().isPresent(), "NOT RUN: postgresql");
        PostgresServer server = PostgresServer.shared().orElseThrow();
        StoreConfig database = server.newDatabase();
        Map<String, String> config = Map.of("url", database.url(), "user", database.user());
        StoreComponent[] opened = new StoreComponent[1];
        server.whileDown(() -> {
            opened[0] = open(3, config);
            await("the reason is named", () -> reason(opened[0]).contains("SQLSTATE 08001"));
            assertThat(registered).isEmpty();
        });
        StoreComponent component = opened[0];
        await("it is open", () -> component.findings().isEmpty() && !registered.isEmpty());
        put("a");
        server.whileDown(() -> {
            await("the loss is named", () -> !component.findings().isEmpty());
            StoreContract.assertProblem(ProblemType.STORE_UNAVAILABLE, () -> put("b"));
            assertThat(registered).as("services stay").isNotEmpty();
        });
        await("it is back", () -> component.findings().isEmpty());
        put("c");
        assertThat(service(Documents.class).count(TYPE)).isEqualTo(2);
        component.close();
        assertThat(registered).isEmpty();
    }

    private static String reason(StoreComponent component) {
        return component.findings().stream().map(Finding::reason).findFirst().orElse("");
    }
}
