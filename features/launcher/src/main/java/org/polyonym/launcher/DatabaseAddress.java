package org.polyonym.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A PostgreSQL database as the store is told of it.
 *
 * @param url JDBC address without user and password
 * @param host of the server
 * @param port of the server
 */
record DatabaseAddress(String url, String host, int port, String user, String password) {
    private static final int USUAL_PORT = 5432;

    /**
     * Reads {@code postgresql://USER[:PASSWORD]@HOST[:PORT]/NAME[?OPTIONS]}.
     *
     * @param passwordFallback for an address without password, null if there is none
     */
    static DatabaseAddress parse(String text, String passwordFallback) throws Failure {
        String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        if (!plain.startsWith("postgresql://") && !plain.startsWith("postgres://")) {
            throw wrong("nodes share one database that each of them reaches, which an embedded one is not:"
                    + " --database postgresql://USER@HOST/NAME, or leave it out");
        }
        URI uri = uri(plain);
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String password = login.length == 2 ? decoded(login[1]) : passwordFallback;
        if (uri.getHost() == null || login.length == 0 || uri.getPath().length() < 2) {
            throw wrong("--database needs user, host and name: postgresql://USER@HOST/NAME");
        }
        if (password == null) {
            throw wrong("--database has no password: set PGPASSWORD, or postgresql://USER:PASSWORD@HOST/NAME");
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + options,
                uri.getHost(),
                port,
                decoded(login[0]),
                password);
    }

    /** As lines of {@code org.polyonym.store.cfg}; the format reads a backslash and {@code ${} as its own. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("url", url);
        settings.put("user", escaped(user));
        settings.put("password", escaped(password));
        return settings;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("${", "$\\{");
    }

    private static URI uri(String text) throws Failure {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // Not the text itself: it may hold a password.
            throw wrong("--database is no address: " + e.getReason());
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Failure wrong(String message) {
        return new Failure(Failure.WRONG_CALL, message);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
