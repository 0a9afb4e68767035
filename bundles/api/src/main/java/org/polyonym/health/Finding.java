package org.polyonym.health;

/**
 * Something that is not as it should be.
 *
 * @param subject bundle, component or queue
 * @param reason in words, down to the root cause
 * @param remedy what to do
 */
public record Finding(String subject, String reason, String remedy) {}
