package org.polyonym.simulation.faults.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.client.Json;

/**
 * What was asked, answered and done to the cluster, as lines of JSON in the order of writing. Times are nanoseconds of one
 * monotonic clock since the history began. Thread-safe.
 */
public final class History implements AutoCloseable {
    private final BufferedWriter out;
    private final long began = System.nanoTime();
    private boolean closed;

    /** Begins a file. */
    public History(Path file) {
        try {
            Files.createDirectories(file.getParent());
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nanoseconds since it began. */
    public long now() {
        return System.nanoTime() - began;
    }

    /** Before a request leaves. */
    public void invoked(Operation operation, String op, String node) {
        ObjectNode line = line("invoke").put("op", op).put("node", node);
        operation.describe(line);
        write(line);
    }

    /** After its answer has come whole, or none has come. */
    public void answered(Operation operation, String op, Optional<Answer> answer) {
        ObjectNode line = line(answer.isPresent() ? "answer" : "none").put("op", op);
        answer.ifPresent(got -> {
            line.put("status", got.status());
            line.put("problem", got.problem());
            line.put("retryAfter", got.retryAfter());
            if (got.ok()) {
                operation.digest(got, line);
            }
        });
        write(line);
    }

    /** Something done to the cluster, or seen of it. */
    public long event(String name, String node, String detail) {
        ObjectNode line = line("event").put("name", name).put("node", node).put("detail", detail);
        write(line);
        return line.path("at").asLong();
    }

    private ObjectNode line(String type) {
        return Json.object().put("t", type).put("at", now());
    }

    private synchronized void write(ObjectNode line) {
        if (closed) {
            return;
        }
        try {
            out.write(Json.write(line));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("the history cannot be written", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            closed = true;
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
