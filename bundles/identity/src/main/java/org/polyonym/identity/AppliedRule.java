package org.polyonym.identity;

/**
 * A rule of Annex II that explains a difference.
 *
 * @param letter letter of the rule in its section
 * @param article where it stands
 * @param transformation what it did, in words, without personal data
 */
public record AppliedRule(String letter, String article, String transformation) implements Comparable<AppliedRule> {
    static AppliedRule of(Category category, String letter, String transformation) {
        String article = "(EU) 2023/333 Annex II " + category.section() + "(" + letter + ")";
        return new AppliedRule(letter, article, transformation);
    }

    @Override
    public int compareTo(AppliedRule other) {
        int byLetter = letter.compareTo(other.letter);
        return byLetter != 0 ? byLetter : transformation.compareTo(other.transformation);
    }
}
