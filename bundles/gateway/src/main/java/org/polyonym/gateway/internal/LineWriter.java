package org.polyonym.gateway.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Sends lines as they come. The first one claims the answer and stores the audit entry; a gone client ends the work. */
final class LineWriter implements Consumer<Object> {
    private final Exchange exchange;
    private final ReplyWriter writer;
    private final Runnable beforeFirst;
    private final int status;
    private final Map<String, String> headers;
    private final long endNanos = System.nanoTime() + Limits.STREAM_LIMIT.toNanos();
    // Sources answer on threads of their own.
    private final ReentrantLock lock = new ReentrantLock();
    private boolean started;
    private boolean gone;

    LineWriter(Exchange exchange, ReplyWriter writer, int status, Map<String, String> headers, Runnable beforeFirst) {
        this.exchange = exchange;
        this.writer = writer;
        this.status = status;
        this.headers = headers;
        this.beforeFirst = beforeFirst;
    }

    @Override
    public void accept(Object value) {
        lock.lock();
        try {
            start();
            write(writer.line(value));
        } catch (IOException e) {
            gone = true;
            throw new UncheckedIOException("nobody reads the lines any more", e);
        } finally {
            lock.unlock();
        }
    }

    /** Begins the answer even when there is no line. */
    void start() throws IOException {
        lock.lock();
        try {
            if (started) {
                return;
            }
            if (!exchange.claim(Exchange.Owner.WORKER)) {
                throw new IOException("answered already");
            }
            beforeFirst.run();
            writer.start(exchange.response(), status, "application/x-ndjson", headers);
            exchange.response().flushBuffer();
            started = true;
        } finally {
            lock.unlock();
        }
    }

    boolean started() {
        return started;
    }

    boolean gone() {
        return gone;
    }

    private void write(byte[] line) throws IOException {
        if (System.nanoTime() - endNanos > 0) {
            throw new IOException("longer than " + Duration.ofNanos(Limits.STREAM_LIMIT.toNanos()));
        }
        exchange.response().getOutputStream().write(line);
        exchange.response().flushBuffer();
    }
}
