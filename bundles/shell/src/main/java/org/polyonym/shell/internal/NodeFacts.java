package org.polyonym.shell.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.polyonym.health.DerivedState;

/**
 * What a node says of itself to another one.
 *
 * @param since when its process was started
 * @param structures what it has derived from the store
 */
public record NodeFacts(Instant since, List<DerivedState> structures) {
    /** More would be no answer of ours. */
    private static final int MAX_ENTRIES = 10_000;

    /** Copies the list. */
    public NodeFacts {
        structures = List.copyOf(structures);
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(since.toEpochMilli());
            out.writeInt(structures.size());
            for (DerivedState each : structures) {
                out.writeUTF(each.structure());
                out.writeLong(each.behind());
                out.writeInt(each.shards().size());
                for (int shard : each.shards()) {
                    out.writeInt(shard);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what another node wrote. */
    static NodeFacts read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Instant since = Instant.ofEpochMilli(in.readLong());
            List<DerivedState> structures = new ArrayList<>();
            for (int left = count(in); left > 0; left--) {
                String structure = in.readUTF();
                long behind = in.readLong();
                List<Integer> shards = new ArrayList<>();
                for (int more = count(in); more > 0; more--) {
                    shards.add(in.readInt());
                }
                structures.add(new DerivedState(structure, behind, shards));
            }
            return new NodeFacts(since, structures);
        }
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MAX_ENTRIES) {
            throw new IOException("not the facts of a node");
        }
        return count;
    }
}
