// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

/// An act as its entry says it, in the bytes that were signed.
final class RawAct {
    private final int party;
    private final long number;
    private final long seen;
    private final byte[] bytes;
    private final int from;
    private final int to;

    /// @param party place of the acting party among those of the export
    /// @param number of the entry in that party's ledger, counted from 1
    /// @param seen how many of the counterpart's entries the acting node had admitted
    /// @param bytes in which the canonical JSON of the entry's content stands
    RawAct(int party, long number, long seen, byte[] bytes, int from, int to) {
        this.party = party;
        this.number = number;
        this.seen = seen;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    int party() {
        return party;
    }

    long number() {
        return number;
    }

    boolean isSame(RawAct other) {
        return other.party == party && other.number == number;
    }

    /// Whether its party knew of another act when it acted (PROC-40).
    boolean knew(RawAct other) {
        return other.party == party ? other.number < number : seen >= other.number;
    }

    /// The members of the content.
    Members members() {
        return Members.of(bytes, from, to);
    }
}
