package org.polyonym.gateway.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.polyonym.http.Reply;
import org.polyonym.model.Image;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Writes answers. Bodies are rendered before anything is sent, so that a fault never leaves half an answer. */
final class ReplyWriter {
    private static final Set<ProblemType> COME_AGAIN = Set.of(
            ProblemType.COMPONENT_UNAVAILABLE,
            ProblemType.AUDIT_UNAVAILABLE,
            ProblemType.STORE_UNAVAILABLE,
            ProblemType.NODE_STOPPING,
            ProblemType.NO_MAJORITY,
            ProblemType.OVERLOADED);
    private static final int UNAUTHORIZED = 401;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /** An answer ready to be sent. */
    record Rendered(int status, String mediaType, byte[] bytes, Map<String, String> headers) {}

    private final Mapping mapping;

    ReplyWriter(Mapping mapping) {
        this.mapping = mapping;
    }

    Rendered render(Reply reply) throws JsonProcessingException {
        if (reply.image().isPresent()) {
            byte[] bytes = reply.image().map(Image::bytes).orElseThrow();
            return new Rendered(reply.status(), mediaType(bytes), bytes, reply.headers());
        }
        byte[] bytes = reply.body().isPresent()
                ? mapping.now().writeValueAsBytes(reply.body().get())
                : new byte[0];
        return new Rendered(reply.status(), "application/json", bytes, reply.headers());
    }

    void send(HttpServletResponse response, Rendered answer) throws IOException {
        start(response, answer.status(), answer.bytes().length == 0 ? "" : answer.mediaType(), answer.headers());
        response.setContentLength(answer.bytes().length);
        response.getOutputStream().write(answer.bytes());
        response.flushBuffer();
    }

    void send(HttpServletResponse response, ProblemException fault, String reference, Set<String> allowed)
            throws IOException {
        byte[] bytes = mapping.now().writeValueAsBytes(Problem.of(fault, reference));
        if (COME_AGAIN.contains(fault.type())) {
            response.setHeader("Retry-After", Long.toString(Limits.RETRY_AFTER.toSeconds()));
        }
        if (fault.type().status() == UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (!allowed.isEmpty()) {
            response.setHeader("Allow", String.join(", ", allowed));
        }
        send(response, new Rendered(fault.type().status(), "application/problem+json", bytes, Map.of()));
    }

    /** Sets what every answer has. */
    void start(HttpServletResponse response, int status, String mediaType, Map<String, String> headers) {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        headers.forEach(response::setHeader);
        if (!mediaType.isEmpty()) {
            response.setContentType(mediaType);
        }
    }

    byte[] line(Object value) throws JsonProcessingException {
        byte[] json = mapping.now().writeValueAsBytes(value);
        byte[] line = new byte[json.length + 1];
        System.arraycopy(json, 0, line, 0, json.length);
        line[json.length] = '\n';
        return line;
    }

    private static String mediaType(byte[] bytes) {
        if (startsWith(bytes, PNG)) {
            return "image/png";
        }
        return startsWith(bytes, JPEG) ? "image/jpeg" : "application/octet-stream";
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || bytes[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
