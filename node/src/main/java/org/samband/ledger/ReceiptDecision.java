// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

/// What a receipt of the counterpart over our ledger is worth. Source: LEDGER-13, FEDERATION-43.
public enum ReceiptDecision {
    /// The counterpart holds more of our entries than we do: we have lost some.
    MORE_THAN_HELD,
    /// As many were receipted before.
    KNOWN,
    /// More of our entries are receipted now.
    NEW;

    /// @param size of our ledger
    /// @param acknowledged how many of our entries are receipted
    /// @param receipted how many the receipt is of
    public static ReceiptDecision of(long size, long acknowledged, long receipted) {
        if (receipted > size) {
            return MORE_THAN_HELD;
        }
        return receipted <= acknowledged ? KNOWN : NEW;
    }
}
