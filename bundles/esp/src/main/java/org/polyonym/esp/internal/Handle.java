package org.polyonym.esp.internal;

import java.util.Optional;
import org.polyonym.connector.Connector;

/** A registered connector before its code is touched: getting it may run its constructor, which is code of anybody. */
interface Handle {
    /** The connector, or null while its component cannot be started; may throw and hang. */
    Connector get();

    /** The class loader of its bundle, which the threads that it starts inherit. */
    Optional<ClassLoader> loader();

    /** It is no longer used. */
    void release();
}
