package org.polyonym.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code new-connector NAME [--dir DIR]}: exit status 0 when the project is there, 1 when it is not, 2 for a wrong call. */
public final class NewConnectorMain {
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;

    private NewConnectorMain() {}

    /** Runs and exits. */
    public static void main(String[] args) {
        int status = 0;
        try {
            run(args);
        } catch (IllegalArgumentException e) {
            System.err.println("new-connector: " + e.getMessage());
            status = WRONG_CALL;
        } catch (IOException e) {
            System.err.println("new-connector: " + e);
            status = FAILED;
        }
        System.exit(status);
    }

    private static void run(String[] args) throws IOException {
        Optional<String> name = Optional.empty();
        Optional<Path> folder = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--dir") && i + 1 < args.length) {
                folder = Optional.of(Path.of(args[++i]));
            } else if (name.isPresent() || args[i].startsWith("-")) {
                throw new IllegalArgumentException("unexpected '" + args[i] + "'; see ./polyonym new-connector --help");
            } else {
                name = Optional.of(args[i]);
            }
        }
        String wanted = name.orElseThrow(() -> new IllegalArgumentException("name the connector"));
        Path target = folder.orElseGet(() -> Path.of(wanted));
        new NewConnector(wanted).writeTo(target);
        System.out.println(done(target, System.getProperty("java.home")));
    }

    /** What is there, and the command that builds it, with a JDK that can: the one of Maven may be older. */
    static String done(Path project, String javaHome) {
        return "made " + project + "; its README.md goes on\nnext: (cd \"" + project + "\" && JAVA_HOME=\"" + javaHome
                + "\" mvn -q package)";
    }
}
