package org.polyonym.model;

/** Sex or gender as the systems record it. */
public enum Sex {
    /** Male. */
    M,
    /** Female. */
    F,
    /** Unspecified in the document. */
    X,
    /** Not known. */
    U
}
