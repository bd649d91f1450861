// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

/// Any bytes as the receipt of a delivery: refused or read.
public final class ReceiptTarget {
    private ReceiptTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Receipt.read(bytes, Forms.EU_LEDGER);
    }
}
