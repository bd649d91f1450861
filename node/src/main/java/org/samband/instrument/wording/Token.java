// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

/// A word or a mark of a sentence.
///
/// @param text as it stands, with straight apostrophes
/// @param lower the same in lower case
/// @param start offset in the sentence
/// @param end offset after it
/// @param word false for marks
/// @param inside true within brackets
record Token(String text, String lower, int start, int end, boolean word, boolean inside) {

    boolean capital() {
        return word && Character.isUpperCase(text.charAt(0));
    }

    /// Two capitals or more and no small letter but a plural's.
    boolean acronym() {
        var letters = base().chars().filter(Character::isLetter).toArray();
        if (letters.length < 2) {
            return false;
        }
        long small = java.util.Arrays.stream(letters).filter(Character::isLowerCase).count();
        return small == 0 || (small == 1 && base().endsWith("s") && letters.length > 2);
    }

    boolean possessive() {
        return text.endsWith("'s") || text.endsWith("s'");
    }

    /// Without the ending of the possessive.
    String base() {
        if (text.endsWith("'s")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("'") ? text.substring(0, text.length() - 1) : text;
    }

    boolean is(String mark) {
        return lower.equals(mark);
    }
}
