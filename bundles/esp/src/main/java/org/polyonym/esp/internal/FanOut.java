package org.polyonym.esp.internal;

import java.util.List;

/** Asks all sources of a query at the same time. */
@FunctionalInterface
interface FanOut {
    /** Starts every call on a thread of its own and returns at once. */
    void start(List<SourceCall> calls);
}
