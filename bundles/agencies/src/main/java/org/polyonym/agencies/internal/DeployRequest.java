package org.polyonym.agencies.internal;

import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * Body of a plan, a deployment or a replacement.
 *
 * @param jar the connector's bundle, base64
 * @param access rows for the connector's own system, tab-separated with the columns of the table {@code access}
 */
record DeployRequest(byte[] jar, String access) {
    DeployRequest {
        if (jar == null || jar.length == 0) {
            throw ProblemException.ofField(ProblemType.MISSING_FIELD, "jar", "the connector's bundle is needed");
        }
        access = access == null ? "" : access;
    }
}
