package org.polyonym.mid.internal;

/**
 * Class of one compared field and why, without its values (R-SIM-02).
 *
 * @param field names, birth date, sex, nationality and place of birth
 * @param result class
 * @param transformation what makes unequal values similar, empty when equal or different
 * @param source article of the rule
 */
record FieldEvidence(String field, String result, String transformation, String source) {}
