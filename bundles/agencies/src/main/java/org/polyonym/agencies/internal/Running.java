package org.polyonym.agencies.internal;

import java.util.List;
import java.util.Map;
import org.polyonym.model.SystemId;

/**
 * A connector that this node runs.
 *
 * @param name symbolic name
 * @param version of its jar
 * @param imageId which jar of the desired state it is
 * @param bundleId number of its bundle on this node
 * @param system the system it answers for
 * @param access rows granted with it
 */
record Running(
        String name,
        String version,
        String imageId,
        long bundleId,
        SystemId system,
        List<Map<String, String>> access) {}
