package org.polyonym.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticStateTest {
    @TempDir
    Path folder;

    @Test
    void findsFieldsThatCanChange() throws IOException {
        Path jar = folder.resolve("some.jar");
        String name = Careless.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = Careless.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }

        assertThat(StaticState.of(jar, Careless.class.getClassLoader(), "org.polyonym.kit"))
                .containsExactly("Careless.CACHE", "Careless.counter");
        assertThat(StaticState.of(jar, Careless.class.getClassLoader(), "agency"))
                .isEmpty();
    }

    static final class Careless {
        static final String NAME = "fine";
        static final List<String> NAMES = List.of("fine");
        static final Map<String, String> CACHE = new HashMap<>();
        static int counter;

        private Careless() {}
    }
}
