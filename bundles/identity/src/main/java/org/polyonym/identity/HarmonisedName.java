package org.polyonym.identity;

import java.util.List;
import java.util.stream.Stream;
import org.polyonym.model.NameKind;

/**
 * A name in comparable form.
 *
 * @param kind what the name is to the person
 * @param family surname field
 * @param given forename field
 */
public record HarmonisedName(NameKind kind, HarmonisedText family, HarmonisedText given) {
    /** All words, surname first. */
    public List<String> words() {
        return Stream.concat(family.words().stream(), given.words().stream()).toList();
    }

    /** A name that knows one field only, e.g. a surname at birth, borrows the other from the name in use. */
    HarmonisedName completedFrom(HarmonisedName inUse) {
        return new HarmonisedName(
                kind, family.isAbsent() ? inUse.family : family, given.isAbsent() ? inUse.given : given);
    }
}
