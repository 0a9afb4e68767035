package org.polyonym.esp.internal;

/** The ways in which a connector breaks its contract, by what follows. */
enum Breach {
    /** Threw an exception. */
    THREW(Weight.SEVERAL),
    /** Did not answer in the time it claims to need, or that any source has. */
    LATE(Weight.SEVERAL),

    /** Its health takes longer than a health may. */
    HEALTH_HANGS(Weight.AT_ONCE),
    /** Has not described itself in time. */
    SILENT(Weight.AT_ONCE),
    /** Goes on after its deadline although it was interrupted. */
    IGNORED_DEADLINE(Weight.AT_ONCE),
    /** Gave more items than it says it gives. */
    FLOODED(Weight.AT_ONCE),

    /** Gave an item, or an answer, larger than any may be. */
    TOO_LARGE(Weight.GRAVE),
    /** Gave an item without its mandatory parts. */
    MALFORMED(Weight.GRAVE),
    /** Answered for another system. */
    OTHER_SYSTEM(Weight.GRAVE),
    /** Threw an error of the virtual machine or of linkage. */
    ERROR(Weight.GRAVE),
    /** Asked for more memory than there is. */
    OUT_OF_MEMORY(Weight.GRAVE),
    /** Describes itself wrongly, or in another way than before. */
    WRONG_DESCRIPTION(Weight.GRAVE),
    /** Has left more threads running than a connector may own. */
    LEAKED_THREADS(Weight.GRAVE);

    /** What a breach leads to. */
    enum Weight {
        /** Quarantine after several in a row, ended by a good answer to a trial. */
        SEVERAL,
        /** Quarantine at once, ended by a good answer to a trial. */
        AT_ONCE,
        /** Quarantine at once, ended by an operator only: the code is wrong, not its system. */
        GRAVE
    }

    private final Weight weight;

    Breach(Weight weight) {
        this.weight = weight;
    }

    /** Whether it is only about time: then overload of the platform looks the same. */
    boolean ofTime() {
        return this == LATE || this == HEALTH_HANGS || this == SILENT || this == IGNORED_DEADLINE;
    }

    Weight weight() {
        return weight;
    }
}
