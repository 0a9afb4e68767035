package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {
    @TempDir
    Path folder;

    @Test
    void looksIntoInstallationsOnlyNewestFirst() throws IOException {
        for (String name : List.of("9", "16", "15", "lib", "postgresql@17", "pgsql-14", "postgresql")) {
            Files.createDirectories(folder.resolve(name));
        }
        assertThat(PostgresPrograms.usualFolders(List.of(folder, folder.resolve("missing"))))
                .extracting(bin -> bin.getParent().getFileName().toString())
                .containsExactly("postgresql@17", "16", "15", "pgsql-14", "9", "postgresql");
    }

    @Test
    void aFolderWithoutTheServerIsNotEnough() throws IOException {
        Path client = program("client", "initdb");
        Path server = program("server", "initdb");
        program("server", "postgres");
        assertThat(PostgresPrograms.firstWithPrograms(List.of(client, server))).contains(server);
        assertThat(PostgresPrograms.firstWithPrograms(List.of(client))).isEmpty();
    }

    @Test
    void anotherUserIsTakenOnlyWhenOneIsNeeded() {
        Path bin = Path.of("/pg/bin");
        assertThat(new PostgresPrograms(bin, Optional.empty()).command("postgres", List.of("-D", "x")))
                .containsExactly("/pg/bin/postgres", "-D", "x");
        assertThat(new PostgresPrograms(bin, Optional.of("postgres")).command("postgres", List.of()))
                .containsExactly(
                        "setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "/pg/bin/postgres");
    }

    private Path program(String name, String program) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name));
        Path file = Files.writeString(bin.resolve(program), "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return bin;
    }
}
