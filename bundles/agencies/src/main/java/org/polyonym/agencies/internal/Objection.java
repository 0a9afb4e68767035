package org.polyonym.agencies.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * Why a connector is refused.
 *
 * @param type entry of the error catalogue
 * @param code its code
 * @param reason what is wrong in this jar
 * @param remedy what to do
 */
record Objection(ProblemType type, String code, String reason, String remedy) {
    static Objection of(ProblemType type, String reason) {
        return new Objection(type, type.code(), reason, type.remedy());
    }

    static Objection of(ProblemException problem) {
        return of(problem.type(), problem.detail());
    }

    /** Refuses by the first, naming all. */
    static ProblemException refusal(List<Objection> objections) {
        String all = objections.stream()
                .map(o -> objections.size() == 1 ? o.reason() : o.code() + " " + o.reason())
                .collect(Collectors.joining("; "));
        return ProblemException.of(objections.getFirst().type(), all);
    }
}
