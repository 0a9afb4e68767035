package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    private static final String FEATURES = "etc/org.apache.karaf.features.cfg";

    @TempDir
    Path folder;

    private Project project;
    private Home home;

    @BeforeEach
    void aBuiltProject() throws IOException {
        project = new Project(folder.resolve("checkout"));
        home = new Home(folder.resolve("home with spaces"));
        write(project.assembly().resolve(FEATURES), "featuresBoot=scr, polyonym-interoperable/1");
        write(project.assembly().resolve("etc/users.properties"), "# none");
        write(project.assembly().resolve("system/new.jar"), "new");
        write(archive(), "first");
    }

    @Test
    void aNewHomeHasAShellUserWhosePasswordNobodyElseHas() throws Exception {
        home.prepare(project, "interoperable");
        Home other = new Home(folder.resolve("other"));
        other.prepare(project, "interoperable");

        String users = Files.readString(home.file("etc/users.properties"));
        assertThat(users).containsPattern("karaf = [0-9a-f]{32},_g_:admingroup").contains("_g_\\:admingroup");
        assertThat(users).isNotEqualTo(Files.readString(other.file("etc/users.properties")));
    }

    @Test
    void theModeDecidesWhatBoots() throws Exception {
        home.prepare(project, "2016");
        assertThat(Files.readString(home.file(FEATURES))).isEqualTo("featuresBoot=scr, polyonym-2016/1");
    }

    @Test
    void aFolderOfOthersIsNeitherTakenNorThrownAway() throws Exception {
        write(home.file("letters/one.txt"), "mine");
        assertThatThrownBy(home::requireOwn).hasMessageContaining("is no home of a platform");
        assertThatThrownBy(home::delete).hasMessageContaining("is no home of a platform");
        assertThatThrownBy(() -> home.prepare(project, "interoperable"))
                .hasMessageContaining("is no home of a platform");
        assertThat(home.path().toFile().list()).containsExactly("letters");
        assertThat(home.file("letters/one.txt")).hasContent("mine");
        assertThatThrownBy(() -> new Home(home.file("letters/one.txt")).requireOwn())
                .hasMessageContaining("is a file");
    }

    @Test
    void anEmptyFolderAHomeAndOneThatWasNotFinishedMayBeTaken() throws Exception {
        home.requireOwn();
        Files.createDirectories(home.path());
        home.requireOwn();
        write(home.file("lib"), "in the way");
        write(home.file(".build"), "");
        home.requireOwn();
        home.prepare(project, "interoperable");
        home.requireOwn();
        home.delete();
        assertThat(home.path()).doesNotExist();
    }

    @Test
    void anotherModeNeedsAnotherHome() throws Exception {
        home.prepare(project, "2016");
        home.writeEnv(Map.of("mode", "2016"));
        assertThatThrownBy(() -> home.prepare(project, "interoperable")).hasMessageContaining("mode 2016");
    }

    @Test
    void aNewerBuildReplacesProgramsAndKeepsDataAndUsers() throws Exception {
        home.prepare(project, "interoperable");
        String users = Files.readString(home.file("etc/users.properties"));
        write(home.file("system/old.jar"), "old");
        write(home.file("data/store/records"), "precious");
        write(archive(), "second, longer");

        home.prepare(project, "interoperable");

        assertThat(home.file("system/old.jar")).doesNotExist();
        assertThat(home.file("system/new.jar")).exists();
        assertThat(home.file("data/store/records")).hasContent("precious");
        assertThat(home.file("etc/users.properties")).hasContent(users);
    }

    @Test
    void aProcessNumberUsedAgainIsNotTakenForTheInstance() throws Exception {
        home.prepare(project, "interoperable");
        ProcessHandle self = ProcessHandle.current();
        home.writeEnv(Map.of("pid", Long.toString(self.pid()), "started", Home.startOf(self)));
        assertThat(home.process()).contains(self);

        home.writeEnv(Map.of("pid", Long.toString(self.pid()), "started", "2001-01-01T00:00:00Z"));
        assertThat(home.process()).isEmpty();
    }

    @Test
    void nodesOfOneBuildShareWhatNeverChangesAndNothingElse() throws Exception {
        home.prepare(project, "interoperable");
        Home sibling = new Home(folder.resolve("sibling"));
        sibling.prepare(project, "interoperable", List.of(sibling, home));

        assertThat(sameFile(home, sibling, "system/new.jar")).isTrue();
        assertThat(Files.isSameFile(
                        home.file("system/new.jar"), project.assembly().resolve("system/new.jar")))
                .isFalse();
        assertThat(sameFile(home, sibling, FEATURES)).isFalse();
    }

    @Test
    void aNewerBuildInOneHomeLeavesTheProgramsOfItsSiblings() throws Exception {
        home.prepare(project, "interoperable");
        Home sibling = new Home(folder.resolve("sibling"));
        sibling.prepare(project, "interoperable", List.of(home));
        write(project.assembly().resolve("system/new.jar"), "newer");
        write(archive(), "second, longer");

        sibling.prepare(project, "interoperable", List.of(home));

        assertThat(sibling.file("system/new.jar")).hasContent("newer");
        assertThat(home.file("system/new.jar")).hasContent("new");
    }

    private static boolean sameFile(Home one, Home other, String file) throws IOException {
        return Files.isSameFile(one.file(file), other.file(file));
    }

    private Path archive() {
        return project.root().resolve("features/distribution/target/distribution-1.tar.gz");
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
