package org.polyonym.gateway.internal;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever was thrown into a problem of the catalogue, and logs what an operator must know. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int FIRST_SERVER_STATUS = 500;
    private static final int MAX_CAUSES = 8;
    private static final int MAX_FRAMES = 12;

    private Faults() {}

    static ProblemException problem(Throwable fault, String operation, String reference) {
        ProblemException problem = switch (fault) {
            case ProblemException known -> known;
            default -> ProblemException.causedBy(ProblemType.INTERNAL, "the platform's log has the reference", fault);
        };
        if (problem.type().status() >= FIRST_SERVER_STATUS) {
            log(problem, operation, reference);
        }
        return problem;
    }

    private static void log(ProblemException problem, String operation, String reference) {
        String text = reference + " " + operation + " " + problem.type().code() + ": " + describe(problem);
        if (problem.type() == ProblemType.INTERNAL) {
            LOG.error(text);
        } else {
            LOG.warn(text);
        }
    }

    /** Types and places only: the message of a foreign exception may quote the data of a person. */
    private static String describe(ProblemException problem) {
        String causes = Stream.iterate(problem.getCause(), e -> e != null, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(Faults::trace)
                .collect(Collectors.joining("; caused by "));
        return problem.detail() + (causes.isEmpty() ? "" : "; caused by " + causes);
    }

    private static String trace(Throwable cause) {
        return cause.getClass().getName()
                + Stream.of(cause.getStackTrace())
                        .limit(MAX_FRAMES)
                        .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + ":"
                                + frame.getLineNumber())
                        .collect(Collectors.joining());
    }
}
