package org.polyonym.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Everything this call has started. Whatever ends the call (its own end, Ctrl-C, a signal) ends them too, unless they
 * were {@linkplain #release released}.
 */
final class Children {
    private static final int STOP_SECONDS = 30;

    /** What runs and how it is stopped. */
    private record Child(ProcessHandle process, Consumer<ProcessHandle> stop) {}

    private final List<Child> running = new ArrayList<>();

    Children() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll, "stop-children"));
    }

    /** Starts a process that this call answers for. */
    Process start(ProcessBuilder command) throws IOException {
        return start(command, Children::stop);
    }

    /** The same for one that is stopped in a way of its own. */
    Process start(ProcessBuilder command, Consumer<ProcessHandle> stop) throws IOException {
        // Under the lock, so that a signal in between finds it.
        synchronized (running) {
            Process process = command.start();
            running.add(new Child(process.toHandle(), stop));
            return process;
        }
    }

    /** Runs a program on this console to its end and answers its exit status. */
    int run(List<String> command) throws IOException, InterruptedException {
        return start(new ProcessBuilder(command).inheritIO()).waitFor();
    }

    /** That process may outlive this call. */
    void release(ProcessHandle process) {
        synchronized (running) {
            running.removeIf(each -> each.process().equals(process));
        }
    }

    private void stopAll() {
        synchronized (running) {
            running.reversed().forEach(each -> each.stop().accept(each.process()));
        }
    }

    /** Asks a process and what it started to end, and makes them after {@value #STOP_SECONDS} s. */
    static void stop(ProcessHandle process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process);
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                each.destroyForcibly();
            } catch (java.util.concurrent.TimeoutException e) {
                System.err.println("process " + each.pid() + " did not stop in " + STOP_SECONDS + " s: killed");
                each.destroyForcibly();
            }
        }
    }
}
