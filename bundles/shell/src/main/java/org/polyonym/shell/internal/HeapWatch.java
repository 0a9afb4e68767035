package org.polyonym.shell.internal;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when its memory stays full, so that a service manager starts it again. In the place of {@code
 * -XX:+ExitOnOutOfMemoryError}, with which one huge allocation of a connector would end the platform.
 */
@Component(service = HeapWatch.class, immediate = true)
public final class HeapWatch {
    /** Exit status of a process that ran out of memory, as the virtual machine's own option has it. */
    private static final int OUT_OF_MEMORY = 3;

    private static final long LOOK_SECONDS = 1;
    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("heap-watch").factory());
    private Fullness fullness = Fullness.none();

    /** Starts to look. */
    @Activate
    public HeapWatch() {
        timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Called by the component runtime. */
    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void look() {
        double heap = share(pool -> pool.getType() == MemoryType.HEAP, MemoryPoolMXBean::getCollectionUsage);
        double metaspace = share(pool -> pool.getName().equals("Metaspace"), MemoryPoolMXBean::getUsage);
        long collections = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
        fullness = fullness.look(heap, metaspace, collections);
        if (fullness.hopeless()) {
            LOG.error("memory stays full: heap {}, metaspace {} of their limits; the process ends", heap, metaspace);
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
    }

    /** The fullest of the pools that have a limit. */
    private static double share(Predicate<MemoryPoolMXBean> which, Function<MemoryPoolMXBean, MemoryUsage> usage) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(which)
                .map(usage)
                .filter(u -> u != null && u.getMax() > 0)
                .mapToDouble(u -> (double) u.getUsed() / u.getMax())
                .max()
                .orElse(0);
    }
}
