package org.polyonym.shell.internal;

/**
 * How long memory has been full. One refused allocation, however large, is the business of who asked for it; memory that
 * stays full after every collection is the end of the process. Immutable.
 *
 * @param looks looks in a row that found it full
 * @param collections collections of the whole heap until the last look
 */
record Fullness(int looks, long collections) {
    /** Share of the heap that may be in use after a collection. */
    static final double HEAP_FULL = 0.92;
    /** Share of the metaspace that may be in use. */
    static final double METASPACE_FULL = 0.98;
    /** Looks in a row after which nothing is hoped for. */
    static final int HOPELESS = 5;

    /** Before the first look. */
    static Fullness none() {
        return new Fullness(0, 0);
    }

    /**
     * The next look.
     *
     * @param heap share in use after the last collection; counts only when there was one since the look before
     * @param metaspace share in use
     */
    Fullness look(double heap, double metaspace, long collectionsNow) {
        boolean heapFull = heap >= HEAP_FULL && collectionsNow > collections;
        boolean full = heapFull || metaspace >= METASPACE_FULL;
        return new Fullness(full ? looks + 1 : 0, collectionsNow);
    }

    boolean hopeless() {
        return looks >= HOPELESS;
    }
}
