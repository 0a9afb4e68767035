package org.polyonym.agencies.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.polyonym.model.SystemId;

/**
 * A connector that every node is to run, as it lies in the store.
 *
 * @param name symbolic name, its id in the collection
 * @param version of the jar
 * @param system the system it answers for
 * @param title its own title
 * @param sha256 of the jar
 * @param imageId where the jar lies
 * @param access rows granted with it
 * @param since legal time of the deployment
 */
record DesiredConnector(
        String name,
        String version,
        SystemId system,
        String title,
        String sha256,
        String imageId,
        List<Map<String, String>> access,
        Instant since) {}
