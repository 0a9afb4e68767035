package org.polyonym.perf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeProcessTest {
    @TempDir
    Path home;

    private Process process;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    private NodeProcess of(String started) throws IOException {
        Files.write(home.resolve("instance.env"), List.of("pid=" + process.pid(), "started=" + started));
        return new NodeProcess(home);
    }

    private String startOfProcess() {
        return process.info().startInstant().orElseThrow().toString();
    }

    @Test
    void killsTheNode() throws IOException, InterruptedException {
        NodeProcess node = of(startOfProcess());
        node.kill();
        assertThat(process.waitFor()).isNotZero();
        assertThatThrownBy(node::kill).hasMessageContaining("does not run");
    }

    @Test
    void leavesAnotherProcessOfTheSameNumberAlone() throws IOException {
        NodeProcess node = of("2026-01-01T00:00:00Z");
        assertThatThrownBy(node::kill).hasMessageContaining("does not run");
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void saysWhenNothingWasStarted() {
        assertThatThrownBy(() -> new NodeProcess(home).require()).hasMessageContaining("cannot read which process");
    }
}
