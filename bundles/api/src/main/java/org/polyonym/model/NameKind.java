package org.polyonym.model;

/** What a name is to its person (SIS-P 20(3)(a)-(d), 61-62; VIS 9; EUD 17). */
public enum NameKind {
    /** The name in use; in SIS a confirmed identity. */
    CURRENT,
    /** Name at birth. */
    AT_BIRTH,
    /** Previously used name. */
    PREVIOUS,
    /** Alias or pseudonym. */
    ALIAS,
    /** Name of the victim of a misused identity; never a positive match for the victim. */
    MISUSED
}
