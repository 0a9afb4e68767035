package org.polyonym.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {
    @Test
    void readsAnAddressWithAllParts() throws Failure {
        DatabaseAddress address =
                DatabaseAddress.parse("postgresql://anna:s%40cret@db.example:6543/poly?sslmode=verify-full", null);
        assertThat(address.url()).isEqualTo("jdbc:postgresql://db.example:6543/poly?sslmode=verify-full");
        assertThat(address.user()).isEqualTo("anna");
        assertThat(address.password()).isEqualTo("s@cret");
        assertThat(address.host()).isEqualTo("db.example");
    }

    @Test
    void takesTheUsualPortAndThePasswordOfTheEnvironment() throws Failure {
        DatabaseAddress address = DatabaseAddress.parse("jdbc:postgresql://anna@db.example/poly", "from-outside");
        assertThat(address.port()).isEqualTo(5432);
        assertThat(address.password()).isEqualTo("from-outside");
    }

    @Test
    void refusesAnEmbeddedDatabaseAndSaysWhy() {
        for (String url : new String[] {"h2:file:/tmp/x", "jdbc:h2:dsync:/tmp/x", "h2"}) {
            assertThatThrownBy(() -> DatabaseAddress.parse(url, "x"))
                    .hasMessageContaining("embedded")
                    .hasMessageContaining("postgresql://");
        }
    }

    @Test
    void refusesAnAddressWithoutUserNameOrPassword() {
        for (String url : new String[] {"postgresql://db/poly", "postgresql://a:b@db", "postgresql://a:b@db/"}) {
            assertThatThrownBy(() -> DatabaseAddress.parse(url, "x")).hasMessageContaining("user, host and name");
        }
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://a@db/poly", null))
                .hasMessageContaining("PGPASSWORD");
    }

    @Test
    void neverShowsThePassword() throws Failure {
        assertThat(DatabaseAddress.parse("postgresql://a:hidden@db/poly", null).toString())
                .doesNotContain("hidden");
        assertThatThrownBy(() -> DatabaseAddress.parse("postgresql://a:hid den@db/poly", null))
                .message()
                .doesNotContain("den");
    }

    @Test
    void whatTheConfigurationFormatWouldReadAsItsOwnIsEscaped() throws Failure {
        DatabaseAddress address = DatabaseAddress.parse("postgresql://a:b%5Cc%24%7Bd%7D@db/poly", null);
        assertThat(address.password()).isEqualTo("b\\c${d}");
        assertThat(address.settings()).containsEntry("password", "b\\\\c$\\{d}");
    }
}
