package org.polyonym.grid.internal;

import java.util.function.UnaryOperator;
import org.polyonym.grid.GridHandler;

record TestHandler(String name, UnaryOperator<byte[]> work) implements GridHandler {
    static GridHandler of(String name, UnaryOperator<byte[]> work) {
        return new TestHandler(name, work);
    }

    @Override
    public byte[] handle(byte[] request) {
        return work.apply(request);
    }
}
