package org.polyonym.store.internal;

import java.util.Map;

/** Reads the configuration; what is not given has a default that is durable on one node. */
final class StoreSettings {
    private StoreSettings() {}

    static StoreConfig read(Map<String, ?> config, String dataFolder) {
        return new StoreConfig(
                text(config, "url", "jdbc:h2:dsync:" + dataFolder + "/store/polyonym;WRITE_DELAY=0"),
                text(config, "user", "polyonym"),
                text(config, "password", ""),
                Integer.parseInt(text(config, "poolSize", Integer.toString(StoreConfig.DEFAULT_POOL))),
                Boolean.parseBoolean(text(config, "allowReset", "false")));
    }

    private static String text(Map<String, ?> config, String key, String otherwise) {
        Object value = config.get(key);
        return value == null ? otherwise : value.toString().strip();
    }
}
