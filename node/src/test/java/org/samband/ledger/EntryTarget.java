// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import org.samband.proof.JsonRefused;

/// Any bytes as an entry: refused, or an entry whose bytes are these.
public final class EntryTarget {
    private EntryTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            EntryForm.read(bytes);
        } catch (JsonRefused | IllegalArgumentException refused) {
            // What is no entry is refused in one of these two ways; `read` compares the bytes.
            return;
        }
    }
}
