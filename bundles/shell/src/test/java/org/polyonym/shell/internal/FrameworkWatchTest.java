package org.polyonym.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.polyonym.health.Finding;

class FrameworkWatchTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger looks = new AtomicInteger();
    private final List<BundleListener> bundleListeners = new ArrayList<>();
    private final List<ServiceListener> serviceListeners = new ArrayList<>();
    private final FrameworkWatch watch = new FrameworkWatch(
            of(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
                case "getBundle" -> of(Bundle.class, (bundle, adapt, type) -> null);
                case "getBundles" -> new Bundle[0];
                case "addBundleListener" -> done(bundleListeners.add((SynchronousBundleListener) arguments[0]));
                case "addServiceListener" -> done(serviceListeners.add((AllServiceListener) arguments[0]));
                case "removeBundleListener" -> done(bundleListeners.remove(arguments[0]));
                case "removeServiceListener" -> done(serviceListeners.remove(arguments[0]));
                default -> throw new UnsupportedOperationException(method.getName());
            }),
            of(ServiceComponentRuntime.class, (self, method, arguments) -> {
                looks.incrementAndGet();
                return List.of();
            }),
            nanos::get);

    /** What a method without a result answers. */
    private static Object done(boolean changed) {
        assertThat(changed).isTrue();
        return null;
    }

    private static <T> T of(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private int looksAfterAsking() {
        // Nothing but the boot, which no service has reported to be over.
        assertThat(watch.findings()).extracting(Finding::subject).containsExactly(Diagnosis.BOOT);
        return looks.get();
    }

    @Test
    void looksAtTheComponentsOnceASecond() {
        assertThat(looksAfterAsking()).isEqualTo(1);
        nanos.addAndGet(FrameworkWatch.KEPT.toNanos() - 1);
        assertThat(looksAfterAsking()).isEqualTo(1);
        nanos.addAndGet(1);
        assertThat(looksAfterAsking()).isEqualTo(2);
    }

    @Test
    void looksAnewWhenABundleOrAServiceChanges() {
        looksAfterAsking();
        bundleListeners.getFirst().bundleChanged(null);
        assertThat(looksAfterAsking()).isEqualTo(2);
        serviceListeners.getFirst().serviceChanged(null);
        assertThat(looksAfterAsking()).isEqualTo(3);
    }

    @Test
    void asksComponentsThatSpeakForThemselvesEachTime() {
        Finding lost = new Finding("store", "does not answer", "start it");
        List<Finding> own = new ArrayList<>();
        watch.sources = List.of(() -> List.copyOf(own));
        looksAfterAsking();
        own.add(lost);
        assertThat(watch.findings()).startsWith(lost);
        assertThat(looks).hasValue(1);
    }

    @Test
    void leavesNoListenerBehind() {
        watch.close();
        assertThat(bundleListeners).isEmpty();
        assertThat(serviceListeners).isEmpty();
    }
}
