package org.polyonym.gateway.internal;

import java.util.List;

/**
 * One operation of the published description.
 *
 * @param operationId its name
 * @param method HTTP method
 * @param path template, e.g. {@code /v1/links/{linkId}}
 * @param open whether it needs no token
 * @param writes whether it changes records, links, alerts or the like, which only a majority of nodes may
 */
record Operation(String operationId, String method, String path, boolean open, boolean writes) {
    /** The template's segments. */
    List<String> segments() {
        return split(path);
    }

    static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
