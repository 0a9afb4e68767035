package org.polyonym.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentWatchTest {
    @Test
    void reportsTheInnermostCauseOfAFailure() {
        Exception failure = new IllegalStateException("outer", new IllegalStateException("inner"));
        java.io.StringWriter trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace, true));

        assertThat(ComponentWatch.rootCause(trace.toString())).isEqualTo("java.lang.IllegalStateException: inner");
    }

    @Test
    void reportsAFailureWithoutCauseByItsFirstLine() {
        assertThat(ComponentWatch.rootCause("java.io.IOException: disk full\n\tat a.B.c(B.java:1)"))
                .isEqualTo("java.io.IOException: disk full");
        assertThat(ComponentWatch.rootCause("")).isEmpty();
    }
}
