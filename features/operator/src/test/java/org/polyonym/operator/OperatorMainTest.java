package org.polyonym.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorMainTest {
    @TempDir
    Path home;

    @Test
    void saysThatThePlatformDoesNotRunAndWhatStartsIt() throws IOException {
        Files.writeString(home.resolve("instance.env"), "url=" + deadUrl() + "\nmode=2016\ndemo=true\n");

        for (List<String> call :
                List.of(List.of("connectors"), List.of("undeploy", "a.b", "--yes"), List.of("deploy", jar()))) {
            assertThatThrownBy(() -> run(call))
                    .isInstanceOfSatisfying(
                            CommandFailed.class, e -> assertThat(e.status()).isEqualTo(CommandFailed.NOT_RUNNING))
                    .hasMessage("the platform in " + home
                            + " is not running; this starts it: ./polyonym start --mode 2016 --demo --home " + home);
        }
    }

    @Test
    void namesNoHomeWhenItIsTheDefault() throws IOException {
        Path usual = Files.createDirectories(home.resolve("target/run/interoperable"));

        assertThatThrownBy(() -> PlatformHome.of(usual).running()).hasMessageEndingWith("starts it: ./polyonym start");
    }

    @Test
    void asksForATokenOnlyWhenANodeOfTheClusterRuns() throws Exception {
        Path env = home.resolve("cluster.env");
        String first = "nodes=2\nmode=interoperable\ndemo=false\nurl.1=" + deadUrl() + "\nurl.2=";
        Files.writeString(env, first + deadUrl() + "\n");
        assertThatThrownBy(() -> run(List.of("connectors"))).hasMessageContaining("is not running");

        try (ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(env, first + "http://127.0.0.1:" + second.getLocalPort() + "\n");
            assertThat(PlatformHome.of(home).running()).hasPort(second.getLocalPort());
            assertThatThrownBy(() -> run(List.of("connectors"))).hasMessageContaining("--token-file FILE");
        }
    }

    @Test
    void namesTheFileThatIsNotThereAndTheOption() throws IOException {
        String jar = jar();
        assertThatThrownBy(() -> run(List.of("deploy", jar, "--access", "/nope.tsv")))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("no such file: /nope.tsv (--access)");

        try (ServerSocket platform = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(home.resolve("instance.env"), "url=http://127.0.0.1:" + platform.getLocalPort() + "\n");
            assertThatThrownBy(() -> run(List.of("connectors", "--token-file", "/nope")))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessage("no such file: /nope (--token-file)");
        }
    }

    private void run(List<String> call) throws CommandFailed, IOException, InterruptedException {
        List<String> all = new ArrayList<>(call);
        all.addAll(List.of("--home", home.toString()));
        OperatorMain.run(all.getFirst(), Arguments.parse(all.subList(1, all.size())));
    }

    private String jar() throws IOException {
        return Files.writeString(home.resolve("x.jar"), "any").toString();
    }

    /** Of a port on which nothing listens any more. */
    private static String deadUrl() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
