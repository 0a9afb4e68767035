package org.polyonym.esp.internal;

/** What a throwable out of a connector means. */
final class Faults {
    private Faults() {}

    static Breach of(Throwable foreign) {
        if (foreign instanceof OutOfMemoryError) {
            return Breach.OUT_OF_MEMORY;
        }
        return foreign instanceof Error ? Breach.ERROR : Breach.THREW;
    }
}
