package org.polyonym.grid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GridConfigTest {
    private static final String KEY = Base64.getEncoder().encodeToString(SealTest.key(7));

    private static Map<String, Object> three() {
        return new HashMap<>(Map.of(
                "node",
                "node-2",
                "nodes",
                "127.0.0.1:1, 127.0.0.1:2,127.0.0.1:3",
                "address",
                "127.0.0.1:2",
                "key",
                KEY));
    }

    private static void assertRefused(String key, String value, String reason) {
        Map<String, Object> config = three();
        config.put(key, value);
        assertThatThrownBy(() -> GridConfig.read(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void isAloneWithoutNodes() {
        GridConfig alone = GridConfig.read(Map.of());
        assertThat(alone.alone()).isTrue();
        assertThat(alone.node()).isEqualTo("node-1");
        assertThat(alone.size()).isEqualTo(1);
    }

    @Test
    void needsTwoOfThree() {
        GridConfig config = GridConfig.read(three());
        assertThat(config.size()).isEqualTo(3);
        assertThat(config.majority()).isEqualTo(2);
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(2);
    }

    @Test
    void refusesWhatWouldNotMeet() {
        assertRefused("nodes", "127.0.0.1:2", "2 to 15");
        assertRefused("nodes", "127.0.0.1:2,127.0.0.1:2", "different");
        assertRefused("nodes", "127.0.0.1:2,elsewhere", "host:port");
        assertRefused("address", "127.0.0.1:9", "one of nodes");
        assertRefused("node", "", "node must be");
    }

    @Test
    void refusesABadKeyWithoutQuotingIt() {
        assertRefused("key", "", "32 bytes");
        Map<String, Object> config = three();
        config.put("key", "se%cret");
        assertThatThrownBy(() -> GridConfig.read(config))
                .hasMessage("key is not base64")
                .hasNoCause();
        assertThat(GridConfig.read(three()).toString()).doesNotContain(KEY);
    }
}
