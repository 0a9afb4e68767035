package org.polyonym.simulation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.simulation.faults.client.ClusterHome;

class FaultsMainTest {
    @TempDir
    Path root;

    private Path report;

    @BeforeEach
    void anEarlierCallHasLeftItsReport() throws Exception {
        report = Files.createDirectories(root.resolve("target/faults")).resolve("report.html");
        Files.writeString(report, "earlier");
    }

    private int calmInARunningHome() throws Exception {
        return FaultsMain.status(
                "calm",
                "--running",
                "--root",
                root.toString(),
                "--home",
                root.resolve("home").toString());
    }

    @Test
    void keepsTheEarlierReportWhenNothingWasStartedInTheHome() throws Exception {
        assertThat(calmInARunningHome()).isEqualTo(3);
        assertThat(report).hasContent("earlier");
    }

    @Test
    void keepsTheEarlierReportWhenTheClusterIsStopped() throws Exception {
        // The number is taken by another process, as after a restart of the machine.
        aClusterOfThisProcess("2026-01-01T00:00:00Z");
        assertThat(calmInARunningHome()).isEqualTo(3);
        assertThat(report).hasContent("earlier");
    }

    @Test
    void takesAClusterOfWhichOneNodeRuns() throws Exception {
        aClusterOfThisProcess(
                ProcessHandle.current().info().startInstant().orElseThrow().toString());
        assertThat(Cluster.isRunning(new ClusterHome(root.resolve("home")))).isTrue();
    }

    /** Of three nodes, of which two were never started. */
    private void aClusterOfThisProcess(String started) throws Exception {
        Path node = Files.createDirectories(root.resolve("home/node-2"));
        Files.write(root.resolve("home/cluster.env"), List.of("nodes=3"));
        Files.write(
                node.resolve("instance.env"),
                List.of("pid=" + ProcessHandle.current().pid(), "started=" + started));
    }

    @Test
    void refusesAWrongCallBeforeAnythingElse() throws Exception {
        assertThat(FaultsMain.status("calm", "--quick", "--root", root.toString()))
                .isEqualTo(2);
        assertThat(FaultsMain.status("nope", "--running", "--root", root.toString()))
                .isEqualTo(2);
        assertThat(report).hasContent("earlier");
    }
}
