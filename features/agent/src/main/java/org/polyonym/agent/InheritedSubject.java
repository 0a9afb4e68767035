package org.polyonym.agent;

import java.util.concurrent.Callable;
import javax.security.auth.Subject;

/**
 * The subject on whose behalf a thread works, handed on to the threads it makes: what {@code getSubject} answered until
 * JDK 23. {@code Subject.current()} is not enough, because the shell runs commands in threads of its own.
 */
public final class InheritedSubject {
    private static final ThreadLocal<Subject> CURRENT = new InheritableThreadLocal<>();

    private InheritedSubject() {}

    /** The subject of this thread, {@code null} for none, as the JDK's method promises. */
    public static Subject current() {
        return CURRENT.get();
    }

    /** The action, remembering the subject while it runs. A missing action stays missing: the JDK refuses it. */
    public static <T> Callable<T> carry(Subject subject, Callable<T> action) {
        return action == null
                ? null
                : () -> {
                    Subject before = CURRENT.get();
                    CURRENT.set(subject);
                    try {
                        return action.call();
                    } finally {
                        CURRENT.set(before);
                    }
                };
    }
}
