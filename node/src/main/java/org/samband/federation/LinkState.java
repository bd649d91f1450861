// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.Digest;

/// How the line to the counterpart of one partnership stands.
///
/// @param party code of the counterpart
/// @param own fingerprint of this node's pair file
/// @param counterpart its pair file's fingerprint and address; empty until the pair is set up
/// @param contact when the counterpart's node was last spoken with, whoever began
/// @param held whether a fork has stopped admission
/// @param events what lasts first, then the newest
/// @param figures of both ledgers; empty for an officer who does not see all of the partnership,
///   because a number of entries would tell of those that are not shown
public record LinkState(
        PartnershipId partnership,
        PartyCode party,
        Fingerprint own,
        Optional<Counterpart> counterpart,
        Optional<Instant> contact,
        Optional<Held> held,
        List<LinkEvent> events,
        Optional<Figures> figures) {

    public LinkState {
        events = List.copyOf(events);
    }

    /// As it was pinned.
    public record Counterpart(URI address, Fingerprint fingerprint) {}

    /// @param entry number of which there are two, counted from 1
    public record Held(long entry, Instant since) {}

    /// One shared ledger.
    ///
    /// @param size number of entries
    /// @param receipted how many of them the other side has cosigned
    /// @param receipt when it did so, by its own clock
    /// @param last when the last entry was stored at this node
    /// @param note the newest checkpoint with the other side's receipt, or the newest of all, as it
    ///   was signed; empty for an empty ledger
    public record Side(
            long size,
            Digest root,
            long receipted,
            Optional<Instant> receipt,
            Optional<Instant> last,
            String note) {

        public long waiting() {
            return Math.max(0, size - receipted);
        }
    }

    /// @param since when the oldest of our entries that have no receipt was made
    /// @param keys with which the ledgers are signed, ours first, the newest of each last
    /// @param link keys of the line that are shown or announced, ours first, the newest of each
    ///   last
    public record Figures(
            Side ours,
            Side theirs,
            Optional<Instant> since,
            List<Signing> keys,
            List<Showing> link) {
        public Figures {
            keys = List.copyOf(keys);
            link = List.copyOf(link);
        }
    }

    /// A key with which a party's node shows itself on the line.
    ///
    /// @param id the first eight hexadecimal digits of the SHA-256 of the public key
    /// @param from the first day on which it is shown, where it is announced and was not shown yet
    public record Showing(PartyCode party, String id, Optional<LocalDate> from) {
        private static final int DIGITS = 8;

        static Showing of(PartyCode party, Digest pin, Optional<LocalDate> from) {
            return new Showing(party, pin.hex().substring(0, DIGITS), from);
        }
    }

    /// A key that signs a ledger.
    ///
    /// @param id as it stands in the key, eight hexadecimal digits
    /// @param second whether a key of ML-DSA-65 signs beside it
    /// @param from number of the entry from which on it signs; 0 for the first key
    /// @param until the last day on which entries are made with it
    public record Signing(
            PartyCode party, String id, boolean second, long from, Optional<LocalDate> until) {}

    /// What keeps entries from crossing now.
    public List<LinkEvent> lasting() {
        return events.stream().filter(LinkEvent::lasts).toList();
    }

    /// Whether nothing is in the way.
    public boolean works() {
        return counterpart.isPresent() && held.isEmpty() && lasting().isEmpty();
    }
}
