package org.polyonym.esp.internal;

/** Is told when a connector is asked, or not asked, from now on. */
@FunctionalInterface
interface ConductChanges {
    /** For those who watch nothing. */
    ConductChanges NONE = (source, before, after) -> {};

    /** Called by any thread, holding no lock. */
    void changed(Source source, Conduct before, Conduct after);
}
