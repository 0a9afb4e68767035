package org.polyonym.gateway.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.DateTimeException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Says what is wrong with a body, in terms of the caller's document, never quoting its values. */
final class JsonProblems {
    private JsonProblems() {}

    static ProblemException of(JsonProcessingException fault) {
        List<Throwable> chain = Stream.iterate((Throwable) fault, e -> e != null, Throwable::getCause)
                .toList();
        String path = path(fault);
        Optional<ProblemException> problem = first(chain, ProblemException.class);
        if (problem.isPresent()) {
            return inField(problem.get(), path);
        }
        Optional<StreamConstraintsException> limit = first(chain, StreamConstraintsException.class);
        if (limit.isPresent()) {
            return overLimit(limit.get(), path);
        }
        if (first(chain, DateTimeException.class).isPresent()) {
            return ProblemException.ofField(ProblemType.IMPOSSIBLE_DATE, path, "no calendar has this date");
        }
        return switch (fault) {
            case UnrecognizedPropertyException e ->
                ProblemException.ofField(ProblemType.UNKNOWN_FIELD, path, "the schema has no such field");
            case InvalidNullException e -> missing(path);
            case InvalidFormatException e -> wrongForm(e, path);
            case MismatchedInputException e -> mismatch(e, path);
            case JsonMappingException e ->
                ProblemException.ofField(ProblemType.INVALID_VALUE, path, "the value does not fit the schema");
            default -> malformed(fault);
        };
    }

    /** Where in the document: {@code documents/0/number}; empty at the root. */
    private static String path(JacksonException fault) {
        return fault instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(JsonProblems::segment).collect(Collectors.joining("/"))
                : "";
    }

    private static String segment(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null
                ? Integer.toString(reference.getIndex())
                : Quoted.shorten(reference.getFieldName());
    }

    /** Joins the place in the document and the field that the type itself named, without saying either twice. */
    private static ProblemException inField(ProblemException problem, String path) {
        List<String> named = Arrays.stream(problem.field().split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        List<String> place = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        List<String> words = place.stream()
                .filter(segment -> !segment.chars().allMatch(Character::isDigit))
                .toList();
        int common = 0;
        for (int n = 1; n <= Math.min(named.size(), words.size()); n++) {
            if (words.subList(words.size() - n, words.size()).equals(named.subList(0, n))) {
                common = n;
            }
        }
        String field =
                Stream.concat(place.stream(), named.stream().skip(common)).collect(Collectors.joining("/"));
        return ProblemException.ofField(problem.type(), field, problem.detail());
    }

    private static ProblemException overLimit(StreamConstraintsException fault, String path) {
        String message = fault.getOriginalMessage();
        if (message.contains("nesting depth")) {
            return ProblemException.of(ProblemType.JSON_TOO_DEEP, "the document is nested deeper than the limit");
        }
        if (message.contains("String value length")) {
            return ProblemException.ofField(ProblemType.BODY_TOO_LARGE, path, "a string is longer than the limit");
        }
        return ProblemException.ofField(ProblemType.INVALID_VALUE, path, "a number or name is longer than the limit");
    }

    private static ProblemException wrongForm(InvalidFormatException fault, String path) {
        Class<?> type = fault.getTargetType();
        if (type != null && Temporal.class.isAssignableFrom(type)) {
            return ProblemException.ofField(ProblemType.IMPOSSIBLE_DATE, path, "the value is no date of that form");
        }
        if (type != null && type.isEnum()) {
            String allowed =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return ProblemException.ofField(ProblemType.INVALID_VALUE, path, "allowed are " + allowed);
        }
        return ProblemException.ofField(ProblemType.INVALID_VALUE, path, "the value does not have the right form");
    }

    private static ProblemException mismatch(MismatchedInputException fault, String path) {
        String message = fault.getOriginalMessage();
        if (message.startsWith("Trailing token")) {
            return ProblemException.of(ProblemType.MALFORMED_JSON, "there is more after the end of the document");
        }
        if (message.startsWith("Cannot map `null`")) {
            return missing(path);
        }
        return ProblemException.ofField(ProblemType.INVALID_VALUE, path, "the value has another JSON type than needed");
    }

    private static ProblemException missing(String path) {
        return ProblemException.ofField(ProblemType.MISSING_FIELD, path, "the field must have a value");
    }

    private static ProblemException malformed(JsonProcessingException fault) {
        JsonLocation at = fault.getLocation();
        boolean twice = String.valueOf(fault.getOriginalMessage()).startsWith("Duplicate field");
        String what = twice ? "a field is there twice" : "the document cannot be read";
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return ProblemException.of(ProblemType.MALFORMED_JSON, what + where);
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
