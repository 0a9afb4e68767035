package org.polyonym.gateway.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Reads bodies within their limits, one by one and all together. Thread-safe. */
final class Bodies {
    private static final int KIB = 1024;
    private static final int CHUNK = 16 * KIB;

    private final Semaphore kibibytes = new Semaphore(Limits.MAX_BUFFERED_KIB);

    /** A body in memory; closing it gives its share back. */
    final class Body implements AutoCloseable {
        private final byte[] bytes;
        private final int reserved;

        private Body(byte[] bytes, int reserved) {
            this.bytes = bytes;
            this.reserved = reserved;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            kibibytes.release(reserved);
        }
    }

    Body read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > Limits.MAX_BODY_BYTES) {
            drain(request.getInputStream());
            throw tooLarge();
        }
        if (announced != 0 && hasBody(request)) {
            checkMediaType(request);
        }
        int reserved = reserve(announced < 0 ? Limits.MAX_BODY_BYTES : announced);
        try {
            InputStream in = request.getInputStream();
            byte[] bytes = in.readNBytes(Limits.MAX_BODY_BYTES);
            if (bytes.length == Limits.MAX_BODY_BYTES && in.read() >= 0) {
                drain(in);
                throw tooLarge();
            }
            return new Body(bytes, reserved);
        } catch (IOException | RuntimeException e) {
            kibibytes.release(reserved);
            throw e;
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static void checkMediaType(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType();
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean utf8 = request.getCharacterEncoding() == null
                || request.getCharacterEncoding().equalsIgnoreCase("UTF-8");
        if (!bare.equals("application/json") || !utf8 || request.getHeader("Content-Encoding") != null) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "only application/json in UTF-8, not compressed, is read");
        }
    }

    private int reserve(long bytes) throws IOException {
        int share = Math.toIntExact((bytes + KIB - 1) / KIB);
        try {
            if (!kibibytes.tryAcquire(share, Limits.BUFFER_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.of(ProblemType.OVERLOADED, "too many large bodies are being read");
            }
            return share;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for memory", e);
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = Limits.MAX_DRAINED_BYTES;
        for (int n = in.read(chunk); n >= 0 && left > 0; n = in.read(chunk)) {
            left -= n;
        }
    }

    private static ProblemException tooLarge() {
        return ProblemException.of(
                ProblemType.BODY_TOO_LARGE, "a body has at most " + Limits.MAX_BODY_BYTES + " bytes");
    }
}
