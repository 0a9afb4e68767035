package org.polyonym.http;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.polyonym.model.Image;

/**
 * What an operation answers. Exactly one of body, image and stream is given.
 *
 * @param status HTTP status
 * @param body value written as JSON
 * @param image image bytes, written as they are
 * @param stream writes lines as they come (NDJSON)
 * @param headers extra headers such as Location
 */
public record Reply(
        int status,
        Optional<Object> body,
        Optional<Image> image,
        Optional<LineStream> stream,
        Map<String, String> headers) {
    /** Produces lines; each value becomes one line of JSON, flushed at once. */
    @FunctionalInterface
    public interface LineStream {
        /** Writes lines until done; the sink throws when the client has gone. */
        void writeTo(Consumer<Object> line);
    }

    /** 200 with a JSON body. */
    public static Reply ok(Object body) {
        return new Reply(200, Optional.of(body), Optional.empty(), Optional.empty(), Map.of());
    }

    /** 201 with a JSON body and the place of the new resource. */
    public static Reply created(String location, Object body) {
        return new Reply(201, Optional.of(body), Optional.empty(), Optional.empty(), Map.of("Location", location));
    }

    /** 204. */
    public static Reply noContent() {
        return new Reply(204, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** 200 with an image. */
    public static Reply image(Image image) {
        return new Reply(200, Optional.empty(), Optional.of(image), Optional.empty(), Map.of());
    }

    /** 200 with NDJSON lines. */
    public static Reply lines(LineStream stream) {
        return new Reply(200, Optional.empty(), Optional.empty(), Optional.of(stream), Map.of());
    }
}
