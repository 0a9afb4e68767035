package org.polyonym.store;

import org.polyonym.access.Caller;

/**
 * A task of the outbox.
 *
 * @param taskId unique
 * @param queue what is to be done, e.g. {@code deduplicate}, {@code detect}
 * @param subject the record it is about, as text of its reference; tasks of one subject are done in order
 * @param subjectVersion version of the record that caused it
 * @param caller who caused it
 */
public record Task(String taskId, String queue, String subject, long subjectVersion, Caller caller) {}
