package org.polyonym.store;

/**
 * A kind of stored document: its collection name and the record class it is written from. Values are written as JSON by
 * the platform's own mapping (records, enums, {@link org.polyonym.model.TextValue}, Optional, lists, maps, java.time).
 */
public record DocumentType<T>(String collection, Class<T> valueType) {}
