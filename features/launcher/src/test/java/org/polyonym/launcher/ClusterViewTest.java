package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClusterViewTest {
    private static final String ANSWER = """
            {"self":"node-1","size":3,"majority":true,
             "members":[{"name":"node-1","answers":true,"owns":[0,1,2,5]},{"name":"node-3","answers":false,"owns":[]}],
             "derived":[{"node":"node-1","structure":"gallery-SIS","behind":2,"shards":[0]},
                        {"node":"node-1","structure":"gallery-EES","behind":5,"shards":[]},
                        {"node":"node-1","structure":"audit-order","behind":900,"shards":[]},
                        {"node":"node-3","structure":"gallery-SIS","behind":40,"shards":[]}],
             "store":"up","queues":{"detect":{"READY":4,"PARKED":0}}}""";

    @Test
    void showsMembersAsATableAndShardsAsRanges() {
        assertThat(ClusterView.lines(ANSWER))
                .containsSubsequence(
                        "self: node-1",
                        "size: 3",
                        "majority: true",
                        "members:",
                        "  name    answers  owns",
                        "  node-1  true     0-2 5",
                        "  node-3  false    -",
                        "queues:",
                        "  detect: READY 4, PARKED 0");
    }

    @Test
    void addsUpHowFarTheGalleriesOfOneNodeAreBehind() {
        assertThat(RollingRestart.behind(ANSWER, "node-1")).isEqualTo(7);
        assertThat(RollingRestart.behind(ANSWER, "node-2")).isZero();
    }

    @Test
    void onlyAMissingMajorityIsCuredByStartingOthers() {
        String majority =
                "{\"subject\":\"grid\",\"reason\":\"sees 1 of 3 nodes, which is no majority\",\"remedy\":\"\"}";
        String store = "{\"subject\":\"store\",\"reason\":\"does not answer\",\"remedy\":\"\"}";
        assertThat(Health.lacksOnlyMajority(findings(majority))).isTrue();
        assertThat(Health.lacksOnlyMajority(findings(majority + "," + store))).isFalse();
        assertThat(Health.lacksOnlyMajority(findings(""))).isFalse();
        assertThat(Health.lacksOnlyMajority("<html>")).isFalse();
    }

    @Test
    void readsWhatJsonCanHold() {
        assertThat(Json.map(Json.parse("{\"a\":[1.5,-2e3,null,true],\"b\\n\\u00e9\":{}}"))
                        .toString())
                .isEqualTo("{a=[1.5, -2000.0, null, true], b\né={}}");
        for (String wrong : new String[] {"", "{", "[1 2]", "{\"a\"}", "tru", "1 1", "\"\\u12\"", "[".repeat(40)}) {
            assertThatThrownBy(() -> Json.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String findings(String list) {
        return "{\"ready\":false,\"findings\":[" + list + "]}";
    }
}
