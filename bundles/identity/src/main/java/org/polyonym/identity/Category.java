package org.polyonym.identity;

/** The four categories that the law compares. */
public enum Category {
    /** Surname and forename fields. */
    NAMES("3.1"),
    /** Date of birth. */
    BIRTH_DATE("3.2"),
    /** Sex or gender. */
    SEX("3.3"),
    /** Nationalities and place of birth. */
    NATIONALITY_AND_BIRTH_PLACE("3.4");

    private final String section;

    Category(String section) {
        this.section = section;
    }

    /** Section of the annexes. */
    String section() {
        return section;
    }
}
