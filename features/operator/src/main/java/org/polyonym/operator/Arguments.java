package org.polyonym.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands after a command.
 *
 * @param values options with a value
 * @param flags options without
 * @param rest everything else, in order
 */
record Arguments(Map<String, String> values, Set<String> flags, List<String> rest) {
    private static final Set<String> WITH_VALUE = Set.of("--home", "--access", "--token-file", "--user", "--case");
    private static final Set<String> FLAGS = Set.of("--dry-run", "--yes");

    static Arguments parse(List<String> arguments) throws CommandFailed {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        List<String> rest = new ArrayList<>();
        for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
            String argument = each.next();
            if (FLAGS.contains(argument)) {
                flags.add(argument);
            } else if (WITH_VALUE.contains(argument)) {
                if (!each.hasNext()) {
                    throw wrong(argument + " needs a value");
                }
                values.put(argument, each.next());
            } else if (argument.startsWith("-")) {
                throw wrong("unknown option '" + argument + "'");
            } else {
                rest.add(argument);
            }
        }
        return new Arguments(values, flags, rest);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** The text of the file that an option names. */
    Optional<String> text(String option) throws CommandFailed, IOException {
        Optional<String> file = value(option);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Path path = Path.of(file.get());
        if (!Files.isRegularFile(path)) {
            throw wrong("no such file: " + path + " (" + option + ")");
        }
        return Optional.of(Files.readString(path));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Path home() throws CommandFailed {
        return Path.of(value("--home").orElseThrow(() -> wrong("--home is missing")));
    }

    /** The only argument that is no option. */
    String only(String what) throws CommandFailed {
        if (rest.size() != 1) {
            throw wrong("one " + what + " is needed");
        }
        return rest.getFirst();
    }

    private static CommandFailed wrong(String message) {
        return new CommandFailed(CommandFailed.WRONG_CALL, message);
    }
}
