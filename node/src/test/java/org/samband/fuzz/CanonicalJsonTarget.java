// SPDX-License-Identifier: EUPL-1.2
package org.samband.fuzz;

import java.util.Arrays;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonRefused;

/// Any bytes as JSON: they are refused, or have one canonical form that reads back to itself (RFC
/// 8785).
public final class CanonicalJsonTarget {
    private CanonicalJsonTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        byte[] canonical;
        try {
            canonical = CanonicalJson.bytes(CanonicalJson.read(bytes));
        } catch (JsonRefused refused) {
            return;
        }
        try {
            if (!Arrays.equals(CanonicalJson.bytes(CanonicalJson.read(canonical)), canonical)) {
                throw new IllegalStateException("the canonical form is not its own");
            }
        } catch (JsonRefused refused) {
            throw new IllegalStateException("the canonical form is refused", refused);
        }
    }
}
