package org.polyonym.kit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitMainTest {
    @TempDir
    Path folder;

    @Test
    void saysThatAFileIsNoJarBeforeItLooksForTheKitFile() throws IOException {
        Path text = Files.writeString(folder.resolve("README.md"), "# No jar");

        assertThatThrownBy(() -> KitMain.run(new String[] {text.toString()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(text + " is no jar");
        assertThatThrownBy(
                        () -> KitMain.run(new String[] {folder.resolve("x.jar").toString()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such file: " + folder.resolve("x.jar"));
    }

    @Test
    void namesBothPlacesWhereItLookedForTheKitFile() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        Path jar = target.resolve("x.jar");
        new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();

        assertThatThrownBy(() -> KitMain.run(new String[] {jar.toString()}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(target.resolve("kit.json").toString())
                .hasMessageContaining(folder.resolve("kit.json").toString());
    }
}
