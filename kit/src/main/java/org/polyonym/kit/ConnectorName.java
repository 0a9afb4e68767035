package org.polyonym.kit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * The name of a new connector and what is made of it.
 *
 * @param text as given, e.g. {@code harbour-register}
 */
record ConnectorName(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    /** Longest name: the longest code of a system. */
    static final int MAX_LENGTH = 32;

    private static final int MIN_LENGTH = 2;
    private static final Set<String> TAKEN =
            Set.of("sis", "ees", "vis", "etias", "eurodac", "ecris-tcn", "europol", "interpol");

    ConnectorName {
        if (!FORM.matcher(text).matches() || text.length() < MIN_LENGTH || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a name has " + MIN_LENGTH + " to " + MAX_LENGTH
                    + " small letters, digits and single dashes, and begins with a letter, such as harbour-register");
        }
        if (TAKEN.contains(text)) {
            throw new IllegalArgumentException("'" + text + "' is a system of the platform; choose another name");
        }
        if (SourceVersion.isKeyword(text.replace("-", ""))) {
            throw new IllegalArgumentException("'" + text + "' is a word of the Java language; choose another name");
        }
    }

    /** Code of the system, e.g. {@code HARBOUR-REGISTER}. */
    String system() {
        return text.toUpperCase(Locale.ROOT);
    }

    /** Last part of the package, e.g. {@code harbourregister}. */
    String word() {
        return text.replace("-", "");
    }

    /** Beginning of class names, e.g. {@code HarbourRegister}. */
    String type() {
        return Stream.of(text.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}
