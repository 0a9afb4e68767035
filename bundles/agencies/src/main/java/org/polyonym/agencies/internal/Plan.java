package org.polyonym.agencies.internal;

import java.util.List;
import java.util.Map;

/**
 * What deploying a jar would do; nothing has been done.
 *
 * @param action DEPLOY, or REPLACE when a connector of the name is deployed, whether or not it runs on this node
 * @param name symbolic name
 * @param version of the jar
 * @param replaces version that is deployed now, empty when none is
 * @param sha256 of the jar
 * @param bytes size of the jar
 * @param imports packages that it asks for
 * @param restarts bundles other than itself that would restart; none, or it is refused
 * @param access rows that it would have
 * @param accessKept whether those are the rows of the one that it replaces, because none were given
 * @param signer who signed it, empty when nobody did
 * @param objections why it is refused; empty when it is not
 */
record Plan(
        Action action,
        String name,
        String version,
        String replaces,
        String sha256,
        long bytes,
        List<Need> imports,
        List<String> restarts,
        List<Map<String, String>> access,
        boolean accessKept,
        String signer,
        List<Refusal> objections) {
    /** What would be done. */
    enum Action {
        /** A new connector. */
        DEPLOY,
        /** In the place of one that is deployed. */
        REPLACE
    }

    /** A package that is asked for, by whom it is offered, and whether the SPI has it. */
    record Need(String name, String range, String provider, boolean spi) {}

    /** An objection as it is told. */
    record Refusal(String code, String reason, String remedy) {
        static Refusal of(Objection objection) {
            return new Refusal(objection.code(), objection.reason(), objection.remedy());
        }
    }
}
