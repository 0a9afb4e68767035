package org.polyonym.gateway.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * A problem as it is written (RFC 9457), with the members of the catalogue.
 *
 * @param type stable URN of the catalogue entry
 * @param title what the catalogue says
 * @param status HTTP status
 * @param code code of the catalogue
 * @param detail this case, without personal data
 * @param field place in the document, empty when the whole request is at fault
 * @param remedy what to do
 * @param reference of this request, the same in the logs
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String field,
        String remedy,
        String reference) {

    static Problem of(ProblemException fault, String reference) {
        ProblemType type = fault.type();
        return new Problem(
                "urn:polyonym:problem:" + type.code(),
                type.title(),
                type.status(),
                type.code(),
                fault.detail(),
                fault.field(),
                type.remedy(),
                reference);
    }
}
