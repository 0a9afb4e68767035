package org.polyonym.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.Principal;
import java.security.PrivilegedExceptionAction;
import java.util.concurrent.FutureTask;
import javax.security.auth.Subject;
import org.apache.karaf.util.jaas.JaasHelper;

/** Run in a JVM of its own: prints which subject {@code Subject.getSubject} finds where. */
public final class Probe {
    private Probe() {}

    /** Needs no arguments. */
    public static void main(String[] arguments) throws Exception {
        Subject officer = new Subject();
        officer.getPrincipals().add((Principal) () -> "officer");
        String inside = Subject.callAs(officer, Probe::found);
        String inThread = Subject.callAs(officer, () -> {
            FutureTask<String> task = new FutureTask<>(Probe::found);
            Thread.ofPlatform().start(task);
            return task.get();
        });
        String throughKaraf = JaasHelper.doAs(officer, (PrivilegedExceptionAction<String>) Probe::found);
        System.out.println("inside " + inside + ", in a thread made there " + inThread + ", through Karaf "
                + throughKaraf + ", after " + found());
    }

    /** By reflection: the method is marked for removal, and this build has no warnings. */
    private static String found() throws ReflectiveOperationException {
        Method getSubject = Subject.class.getMethod("getSubject", Class.forName("java.security.AccessControlContext"));
        try {
            return getSubject.invoke(null, new Object[] {null}) instanceof Subject subject
                    ? subject.getPrincipals().iterator().next().getName()
                    : "none";
        } catch (InvocationTargetException refused) {
            return refused.getCause().getClass().getSimpleName();
        }
    }
}
