package org.polyonym.simulation.faults.checker;

import java.util.List;

/** Something that must hold whatever failed. Pure. */
interface Property {
    /** A claim in words. */
    String claim();

    /** How many cases were looked at; with none the claim is empty and proves nothing. */
    long cases(Evidence evidence);

    /** Whether a history such as this one must hold a case; if it has none, nothing worked that had to be proved. */
    default boolean needsCases(Evidence evidence) {
        return true;
    }

    /** Each breach in words, without data of a person; none when the claim holds. */
    List<String> breaches(Evidence evidence);
}
