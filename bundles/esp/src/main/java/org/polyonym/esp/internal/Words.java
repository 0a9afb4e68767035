package org.polyonym.esp.internal;

/** Text of a connector on its way to an operator: bounded and on one line. */
final class Words {
    /** Longest text of a connector that is shown, in characters. */
    static final int MAX_CHARS = 200;

    private Words() {}

    static String shorten(String text) {
        String cut = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) + "..." : text;
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
