package org.polyonym.model;

/**
 * A value that is written as one string in JSON and in search columns. Every implementing type has a public static
 * {@code of(String)} that reads back what {@link #text()} writes and throws a {@code ProblemException} on anything else.
 */
public interface TextValue {
    /** The written form. */
    String text();
}
