package org.polyonym.gateway.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.http.Endpoint;

/** The published OpenAPI file: what it lists is what exists, nothing else is served. Immutable. */
final class ApiDescription {
    private static final String FILE = "/openapi.json";
    /** Said of every operation that is no GET: whether it changes anything. */
    static final String WRITES = "x-writes";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final JsonNode document;
    private final List<Operation> operations;

    private ApiDescription(JsonNode document, List<Operation> operations) {
        this.document = document;
        this.operations = List.copyOf(operations);
    }

    /** Reads the file of this bundle. */
    static ApiDescription load() {
        // Its own mapper: the published file is nested deeper than the platform accepts from callers.
        try (InputStream in = ApiDescription.class.getResourceAsStream(FILE)) {
            JsonNode document = new ObjectMapper().readTree(in);
            List<Operation> operations = new ArrayList<>();
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
                    }
                }
            }
            return new ApiDescription(document, operations);
        } catch (IOException e) {
            throw new IllegalStateException("the OpenAPI file of this bundle cannot be read", e);
        }
    }

    private static Operation operation(String path, String method, JsonNode node) {
        boolean open = node.has("security") && node.get("security").isEmpty();
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                open,
                node.path(WRITES).asBoolean());
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    /** The operation that the endpoint says it is, if the file says the same of it. */
    Optional<Operation> describing(Endpoint endpoint) {
        return operations.stream()
                .filter(each -> each.operationId().equals(endpoint.operationId()))
                .filter(each -> each.method().equals(endpoint.method().name()))
                .filter(each -> each.path().equals(endpoint.path()))
                .findFirst();
    }
}
