package org.polyonym.http;

/** HTTP methods in use. */
public enum Method {
    /** Read. */
    GET,
    /** Create or ask. */
    POST,
    /** Replace. */
    PUT,
    /** Erase. */
    DELETE
}
