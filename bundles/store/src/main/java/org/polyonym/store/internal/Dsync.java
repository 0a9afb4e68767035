package org.polyonym.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2 file system that opens files so that every write is on disk when it returns (O_DSYNC). H2 itself never calls fsync on
 * commit, so without it acknowledged commits would be lost with the power. H2 takes an unknown scheme silently as part of
 * the file name; therefore {@link #opened()} tells whether it is really in use.
 *
 * <p>The files are opened asynchronously below: an ordinary channel is closed for everybody when a thread is interrupted
 * while it reads or writes (a late source of a query is), and the whole database with it.
 */
public final class Dsync extends FilePathWrapper {
    static final String SCHEME = "dsync";
    private static final String UNINTERRUPTED = "async:";
    private static final AtomicLong OPENED = new AtomicLong();

    /** Makes the scheme known to H2; may be repeated. */
    static void register() {
        FilePath.register(new Dsync());
    }

    /** How many files were opened for synchronous writing so far. */
    static long opened() {
        return OPENED.get();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!"rw".equals(mode)) {
            return super.open(mode);
        }
        FileChannel channel = FilePath.get(UNINTERRUPTED + getBase()).open("rwd");
        OPENED.incrementAndGet();
        return channel;
    }
}
