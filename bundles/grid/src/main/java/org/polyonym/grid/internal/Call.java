package org.polyonym.grid.internal;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.concurrent.Callable;

/**
 * The one thing that travels: the name of a handler and bytes. Components bring no class of their own into the grid, so they
 * can be replaced while it runs.
 */
final class Call implements IdentifiedDataSerializable, HazelcastInstanceAware, Callable<byte[]> {
    static final int FACTORY = 2019_817;
    static final int CLASS = 1;

    private String handler = "";
    private byte[] sealed = {};
    private HazelcastInstance instance;

    /** To be filled by {@link #readData}. */
    Call() {}

    Call(String handler, byte[] sealed) {
        this.handler = handler;
        this.sealed = sealed;
    }

    /** On the target. */
    @Override
    public byte[] call() {
        return CallServer.of(instance).answer(handler, sealed);
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance hazelcast) {
        instance = hazelcast;
    }

    @Override
    public int getFactoryId() {
        return FACTORY;
    }

    @Override
    public int getClassId() {
        return CLASS;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeString(handler);
        out.writeByteArray(sealed);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        handler = in.readString();
        sealed = in.readByteArray();
    }
}
