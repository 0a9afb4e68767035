package org.polyonym.agencies.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Bundles in a map; every package of the SPI is offered. */
final class FakeFramework implements Framework {
    final Map<Long, Known> bundles = new TreeMap<>();
    final List<Long> started = new ArrayList<>();
    Set<String> disturbed = Set.of();
    private long last = 10;

    FakeFramework() {
        bundles.put(1L, new Known(1, "org.polyonym.sis", "1.0.0", "mvn:org.polyonym.bundles/sis"));
    }

    @Override
    public List<Known> bundles() {
        return List.copyOf(bundles.values());
    }

    @Override
    public long install(String location, byte[] jar) {
        ConnectorJar read = ConnectorJar.read(jar);
        last++;
        bundles.put(last, new Known(last, read.name(), read.version(), location));
        return last;
    }

    @Override
    public void start(long bundleId) {
        started.add(bundleId);
    }

    @Override
    public void remove(long bundleId) {
        bundles.remove(bundleId);
    }

    @Override
    public Set<String> disturbs(long bundleId) {
        return disturbed;
    }

    @Override
    public Optional<String> provider(String packageName, String range) {
        return range.startsWith("[9") ? Optional.empty() : Optional.of("org.polyonym.api 1.0.0");
    }

    /** Bundles of agencies. */
    List<Known> agencys() {
        return bundles.values().stream()
                .filter(b -> b.location().startsWith("agency:"))
                .toList();
    }
}
