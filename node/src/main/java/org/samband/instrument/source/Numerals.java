// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

/// Numbers as letters and as roman numerals, in lower case.
final class Numerals {
    private static final int[] VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final int LETTERS = 26;

    private Numerals() {}

    /// @param number from 1; `a` to `z`, then `aa`, `bb`
    static String letters(int number) {
        int letter = Math.max(0, number - 1);
        return Character.toString('a' + letter % LETTERS).repeat(Math.min(9, letter / LETTERS + 1));
    }

    /// @param number from 1 to 999; greater ones are printed in digits
    static String roman(int number) {
        if (number < 1 || number > 999) {
            return Integer.toString(number);
        }
        var out = new StringBuilder();
        int rest = number;
        for (int at = 0; at < VALUES.length; at++) {
            while (rest >= VALUES[at]) {
                out.append(SIGNS[at]);
                rest -= VALUES[at];
            }
        }
        return out.toString();
    }
}
