package org.polyonym.store;

/**
 * One SQL transaction, passed explicitly, used by one thread, with no route hop inside. Opaque: only the store knows what
 * is in it.
 */
public interface UnitOfWork {}
