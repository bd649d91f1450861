// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

/// Ends a verification at the first thing that is wrong.
final class ExportBroken extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Verification.Broken broken;

    ExportBroken(String party, long entry, String requirement, String sentence) {
        super(sentence);
        broken = new Verification.Broken(party, entry, requirement, sentence);
    }

    Verification.Broken broken() {
        return broken;
    }
}
