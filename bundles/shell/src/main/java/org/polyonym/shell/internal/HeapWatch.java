package org.polyonym.shell.internal;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
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

    /** Pools of what lives long, whichever collector is in use; the young ones are full after a collection by design. */
    private static final List<String> OLD_POOLS = List.of("Old Gen", "Tenured Gen", "ZHeap");
    /** Collectors that look at the whole heap. */
    private static final List<String> FULL_COLLECTORS = List.of("Old Gen", "MarkSweep", "ZGC Major");

    private static final long LOOK_MILLIS = 1_000;
    private static final int RESERVE_BYTES = 256 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);

    /** A bare thread: a timer allocates between two looks, and dies of it when there is nothing left. */
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("heap-watch").unstarted(this::watch);

    private Fullness fullness = Fullness.none();
    private int starved;
    /** For the end itself. */
    private byte[] reserve = new byte[RESERVE_BYTES];

    /** Starts to look; the first look is taken here, while there is memory to link its code. */
    @Activate
    public HeapWatch() {
        look();
        // Links the code that ends a process: with nothing left it could not be loaded any more.
        Thread hook = Thread.ofPlatform().unstarted(() -> LOG.debug("the process ends"));
        Runtime.getRuntime().addShutdownHook(hook);
        Runtime.getRuntime().removeShutdownHook(hook);
        watcher.start();
    }

    /** Called by the component runtime. */
    @Deactivate
    void close() {
        watcher.interrupt();
    }

    private void watch() {
        while (!watcher.isInterrupted()) {
            try {
                Thread.sleep(LOOK_MILLIS);
                look();
                starved = 0;
                if (fullness.hopeless()) {
                    LOG.error("memory stays full after every collection: the process ends");
                    Runtime.getRuntime().halt(OUT_OF_MEMORY);
                }
            } catch (InterruptedException e) {
                return;
            } catch (OutOfMemoryError | LinkageError e) { // no memory even for a look: one that found it full
                starve();
            }
        }
    }

    /** Nothing here may need memory, so nothing is logged; what little is kept for it is given back before the end. */
    private void starve() {
        starved++;
        if (starved >= Fullness.HOPELESS) {
            reserve = null;
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
    }

    private void look() {
        fullness = fullness.look(
                share(pool -> named(OLD_POOLS, pool.getName()), MemoryPoolMXBean::getCollectionUsage),
                share(pool -> pool.getName().equals("Metaspace"), MemoryPoolMXBean::getUsage),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .filter(collector -> named(FULL_COLLECTORS, collector.getName()))
                        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                        .sum());
    }

    private static boolean named(List<String> parts, String name) {
        return parts.stream().anyMatch(name::contains);
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
