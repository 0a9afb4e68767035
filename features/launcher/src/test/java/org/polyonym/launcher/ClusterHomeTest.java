package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterHomeTest {
    @TempDir
    Path folder;

    private ClusterHome home;

    @BeforeEach
    void aCluster() throws Exception {
        home = new ClusterHome(folder.resolve("cluster"));
        home.create(3, "interoperable", true, 0, Optional.empty(), new Ports(new Random(7)));
    }

    @Test
    void noTwoPortsAreTheSame() throws Exception {
        Map<String, String> env = home.env();
        Set<String> ports = new HashSet<>();
        env.forEach((key, value) -> {
            if (key.startsWith("url.") || key.startsWith("member.")) {
                ports.add(value.substring(value.lastIndexOf(':') + 1));
            }
        });
        ports.add(Integer.toString(home.database().port()));
        assertThat(ports).hasSize(7);
    }

    @Test
    void theFirstPortDecidesThoseOfAllNodes() throws Exception {
        int first = new Ports(new Random(11)).next();
        Map<String, String> env = ClusterHome.plan(2, "2016", false, first, true, new Ports(new Random(12)));
        assertThat(env)
                .containsEntry("url.1", "http://127.0.0.1:" + first)
                .containsEntry("url.2", "http://127.0.0.1:" + (first + 1))
                .containsEntry("demo", "false");
    }

    @Test
    void everyNodeKnowsAllMembersAndTheSameKey() throws Exception {
        Map<String, String> first = home.boot(1).configuration().get("org.polyonym.grid");
        Map<String, String> third = home.boot(3).configuration().get("org.polyonym.grid");
        assertThat(first.get("nodes").split(",")).hasSize(3).contains(first.get("address"), third.get("address"));
        assertThat(third)
                .containsEntry("node", "node-3")
                .containsEntry("nodes", first.get("nodes"))
                .containsEntry("key", first.get("key"));
        assertThat(Base64.getDecoder().decode(first.get("key"))).hasSize(32);
    }

    @Test
    void aSingleNodeLooksForNobody() {
        Map<String, String> env = Map.of("nodes", "1", "member.1", "127.0.0.1:20000");
        assertThat(ClusterHome.grid(env, 1, "k")).containsEntry("nodes", "");
    }

    @Test
    void allNodesShareOneDatabaseWhosePasswordNobodyElseHas() throws Exception {
        Map<String, String> store = home.boot(2).configuration().get("org.polyonym.store");
        assertThat(store).isEqualTo(home.boot(1).configuration().get("org.polyonym.store"));
        assertThat(store.get("password")).matches("[0-9a-f]{48}");
        ClusterHome other = new ClusterHome(folder.resolve("other"));
        other.create(1, "interoperable", true, 0, Optional.empty(), new Ports(new Random(8)));
        assertThat(other.database().password()).isNotEqualTo(home.database().password());
    }

    @Test
    void secretsAreTheOwnersAlone() throws IOException {
        for (String file : new String[] {"cluster.secrets", "cluster.env"}) {
            assertThat(Files.getPosixFilePermissions(home.path().resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.readString(home.path().resolve("cluster.env"))).doesNotContain("assword", "key");
    }

    @Test
    void theIssuersKeyOfOneNodeBecomesThatOfAll() throws Exception {
        home.giveIssuer(1);
        assertThat(home.node(1).file("etc/demo-issuer.jwk")).doesNotExist();
        EnvFile.writePrivately(home.node(1).file("etc/demo-issuer.jwk"), java.util.List.of("{\"kty\":\"EC\"}"));
        home.keepIssuer(1);
        home.giveIssuer(2);
        assertThat(home.node(2).file("etc/demo-issuer.jwk")).hasContent("{\"kty\":\"EC\"}");
        EnvFile.writePrivately(home.node(2).file("etc/demo-issuer.jwk"), java.util.List.of("{\"kty\":\"other\"}"));
        home.keepIssuer(2);
        assertThat(home.path().resolve("etc/demo-issuer.jwk")).hasContent("{\"kty\":\"EC\"}");
    }

    @Test
    void addressesWrittenByHandAreFollowed() throws Exception {
        EnvFile.set(home.path().resolve("cluster.env"), Map.of("url.2", "http://10.9.0.2:8080"));
        assertThat(home.boot(2).host()).isEqualTo("10.9.0.2");
        assertThat(home.boot(2).httpPort()).isEqualTo(8080);
    }

    @Test
    void theSamePortIsNotGivenTwice() throws Exception {
        Ports ports = new Ports(new Random(3));
        int port = ports.next();
        assertThat(port).isBetween(Ports.LOWEST, Ports.HIGHEST);
        assertThatThrownBy(() -> ports.require(port)).hasMessageContaining(Integer.toString(port));
    }
}
