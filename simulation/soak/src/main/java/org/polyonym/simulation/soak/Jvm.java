package org.polyonym.simulation.soak;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.polyonym.simulation.harness.HarnessException;

/** The JVM of an instance of the same user, looked at by the attach interface; nothing of it listens on the network. */
final class Jvm implements AutoCloseable {
    private static final Pattern TOTAL = Pattern.compile("Total = (\\d+)");
    private static final int COLLECTIONS = 3;

    private final JMXConnector connector;
    private final MBeanServerConnection server;

    private Jvm(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.server = connector.getMBeanServerConnection();
    }

    /**
     * What a JVM holds after a full collection.
     *
     * @param heapBytes heap in use
     * @param metaspaceBytes metaspace in use
     * @param classLoaders class loaders alive
     * @param threads platform threads alive, each pool that grows with the load and shrinks at rest as one
     */
    record Footprint(long heapBytes, long metaspaceBytes, long classLoaders, Threads threads) {}

    static Jvm attach(String pid) {
        try {
            VirtualMachine machine = VirtualMachine.attach(pid);
            try {
                return new Jvm(JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | IOException e) {
            throw new HarnessException("cannot attach to process " + pid + ": " + e.getMessage(), e);
        }
    }

    /** Collects the heap and measures. */
    Footprint footprint() {
        try {
            MemoryMXBean memory = ManagementFactory.getPlatformMXBean(server, MemoryMXBean.class);
            // More than once: a class loader is freed only after what it loaded.
            for (int i = 0; i < COLLECTIONS; i++) {
                memory.gc();
            }
            long metaspace = ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToLong(pool -> pool.getUsage().getUsed())
                    .sum();
            return new Footprint(memory.getHeapMemoryUsage().getUsed(), metaspace, classLoaders(), threads());
        } catch (IOException | JMException e) {
            throw new HarnessException("the JVM of the instance does not answer: " + e.getMessage(), e);
        }
    }

    /** The same while a load rests. */
    Footprint footprint(Load load) {
        load.rest();
        Footprint footprint = footprint();
        load.start();
        return footprint;
    }

    private Threads threads() throws IOException {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
        return Threads.named(Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .map(ThreadInfo::getThreadName)
                .toList());
    }

    private long classLoaders() throws IOException, JMException {
        String text = String.valueOf(server.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "vmClassloaderStats", null, null));
        Matcher total = TOTAL.matcher(text);
        if (!total.find()) {
            throw new HarnessException("VM.classloader_stats has another form than known: " + text);
        }
        return Long.parseLong(total.group(1));
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new HarnessException("the connection to the JVM cannot be closed", e);
        }
    }
}
