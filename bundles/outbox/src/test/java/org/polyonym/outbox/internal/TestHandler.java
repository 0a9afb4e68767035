package org.polyonym.outbox.internal;

import java.util.function.BiConsumer;
import org.polyonym.store.Task;
import org.polyonym.store.TaskHandler;
import org.polyonym.store.UnitOfWork;

/** A handler for the subjects that begin with a prefix. */
record TestHandler(String queue, String prefix, BiConsumer<UnitOfWork, Task> work) implements TaskHandler {
    @Override
    public boolean handles(Task task) {
        return task.subject().startsWith(prefix);
    }

    @Override
    public void handle(UnitOfWork uow, Task task) {
        work.accept(uow, task);
    }
}
