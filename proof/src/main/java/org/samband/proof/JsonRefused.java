// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

/// A text that is no JSON, or none that may be signed, and at which byte, counted from 0.
public final class JsonRefused extends Exception {
    private static final long serialVersionUID = 1;
    private final String sentence;
    private final int at;

    JsonRefused(String sentence, int at) {
        super(sentence + " at byte " + at);
        this.sentence = sentence + " at byte " + at;
        this.at = at;
    }

    /// What is wrong and where.
    public String sentence() {
        return sentence;
    }

    /// The byte, counted from 0.
    public int at() {
        return at;
    }
}
