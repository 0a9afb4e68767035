package org.polyonym.gateway.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polyonym.access.Caller;
import org.polyonym.http.Request;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * A request as an endpoint sees it.
 *
 * @param http the request of the server
 * @param identified who asks; empty for the few operations that are open
 * @param parameters values of the path parameters
 * @param bytes the body as sent
 * @param mapper the platform's mapping
 */
record HttpRequest(
        HttpServletRequest http,
        Optional<Caller> identified,
        Map<String, String> parameters,
        byte[] bytes,
        ObjectMapper mapper)
        implements Request {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=([0-9]{1,6})(?:$|[,;\\s])");

    @Override
    public Caller caller() {
        return identified.orElseThrow(
                () -> ProblemException.of(ProblemType.TOKEN_MISSING, "this operation has no caller"));
    }

    @Override
    public String path(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the path has no parameter " + name);
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(queryParameters(http.getQueryString()).get(name));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(http.getHeader(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public <T> T body(Class<T> type) {
        if (bytes.length == 0) {
            throw ProblemException.of(ProblemType.MISSING_FIELD, "the request needs a body");
        }
        try {
            scan();
            T value = mapper.readValue(bytes, type);
            if (value == null) {
                throw ProblemException.of(ProblemType.MISSING_FIELD, "the body is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            throw ProblemException.causedBy(ProblemType.MALFORMED_JSON, "the body cannot be read", e);
        }
    }

    /** Form and depth first: read against a schema, a deep document would only look like a wrong field. */
    private void scan() throws IOException {
        try (JsonParser parser = mapper.createParser(bytes)) {
            while (!parser.isClosed()) {
                parser.nextToken();
            }
        }
    }

    @Override
    public Duration waitAtMost() {
        return waitAtMost(http);
    }

    static Duration waitAtMost(HttpServletRequest http) {
        Matcher wait =
                WAIT.matcher(Optional.ofNullable(http.getHeader("Prefer")).orElse(""));
        if (!wait.find()) {
            return Duration.ZERO;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return asked.compareTo(Limits.MAX_WAIT) < 0 ? asked : Limits.MAX_WAIT;
    }

    /** The query string only; the server's own reading would take form bodies for parameters too. */
    private static Map<String, String> queryParameters(String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            try {
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                values.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
            } catch (IllegalArgumentException e) {
                throw ProblemException.causedBy(ProblemType.INVALID_VALUE, "the query string cannot be decoded", e);
            }
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
