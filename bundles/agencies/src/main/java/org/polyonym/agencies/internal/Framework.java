package org.polyonym.agencies.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done with bundles. Each call is bounded in time. */
interface Framework {
    /** A bundle of the platform or of an agency. */
    record Known(long bundleId, String name, String version, String location) {}

    /** All bundles. */
    List<Known> bundles();

    /** Installs a jar under a location. */
    long install(String location, byte[] jar);

    /** Starts it for this run of the framework only. */
    void start(long bundleId) throws InterruptedException;

    /** Stops and uninstalls it and has the framework let go of it. */
    void remove(long bundleId) throws InterruptedException;

    /** Names of other bundles that would restart with it. */
    Set<String> disturbs(long bundleId);

    /** Who offers a package in a range of versions, e.g. {@code [1.0,2)}; a bundle and its version. */
    Optional<String> provider(String packageName, String range);
}
