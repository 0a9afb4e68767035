package org.polyonym.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Makes the project of a new connector, which builds, passes the kit and can be deployed as it stands. */
public final class NewConnector {
    private static final String TEMPLATES = "/project/";
    private static final String EXAMPLE_PACKAGE = "org.polyonym.example.police.internal";
    private static final String JAVA = "src/main/java/agency/@word@/";
    private static final Map<String, String> FILES = files();

    private final ConnectorName name;

    /** Checks the name; {@link IllegalArgumentException} says what is wrong with it. */
    public NewConnector(String name) {
        this.name = new ConnectorName(name);
    }

    /** Writes the project; refuses a folder that holds anything. */
    public void writeTo(Path folder) throws IOException {
        refuseToOverwrite(folder);
        Contracts contracts = Contracts.ofThisPlatform();
        Map<String, String> values = values(contracts.version());
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path target = folder.resolve(filled(file.getValue(), values));
            Files.createDirectories(target.getParent());
            Files.writeString(target, filled(template(file.getKey()), values));
        }
        contracts.writeTo(folder.resolve("repository"));
    }

    private static void refuseToOverwrite(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is a file; name another folder with --dir");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new IllegalArgumentException(folder + " is not empty; name another folder with --dir");
            }
        }
    }

    private Map<String, String> values(String contracts) throws IOException {
        Properties versions = new Properties();
        try (InputStream in = NewConnector.class.getResourceAsStream(TEMPLATES + "versions.properties")) {
            versions.load(in);
        }
        return Map.of(
                "@name@",
                name.text(),
                "@SYSTEM@",
                name.system(),
                "@word@",
                name.word(),
                "@Class@",
                name.type(),
                "@contracts@",
                contracts,
                "@junit@",
                versions.getProperty("junit"),
                EXAMPLE_PACKAGE,
                "agency." + name.word());
    }

    private static String template(String resource) throws IOException {
        try (InputStream in = NewConnector.class.getResourceAsStream(TEMPLATES + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml.template", "pom.xml");
        files.put("README.md.template", "README.md");
        files.put("gitignore.template", ".gitignore");
        files.put("access.tsv.template", "access.tsv");
        files.put("kit.json.template", "kit.json");
        files.put("Connector.java.template", JAVA + "@Class@Connector.java");
        files.put("Entry.java.template", JAVA + "Entry.java");
        files.put("Register.java.template", JAVA + "Register.java");
        files.put("OwnLaw.java.template", JAVA + "OwnLaw.java");
        files.put("Matching.java", JAVA + "Matching.java");
        files.put("register.tsv.template", "src/main/resources/agency/@word@/register.tsv");
        files.put("ConnectorTest.java.template", "src/test/java/agency/@word@/@Class@ConnectorTest.java");
        return Map.copyOf(files);
    }
}
