// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.Objects;
import java.util.Optional;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.Admissions;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Power;
import org.springframework.stereotype.Component;

/// The door to setting up a pair: gives this node's invitation, reads the counterpart's, and pins
/// its keys when two people have compared the fingerprints. The line then begins at once.
@Component
public class Pairings {
    /// Most characters of who compared, and of a reason.
    static final int LONGEST = 200;

    private final NodeKeys keys;
    private final Ledgers ledgers;
    private final Admissions admissions;
    private final Counterparts counterparts;
    private final LinkPins pins;
    private final Deliveries deliveries;
    private final Optional<PairPlaces> places;
    private final LinkRecord record;

    Pairings(
            NodeKeys keys,
            Ledgers ledgers,
            Admissions admissions,
            Counterparts counterparts,
            LinkPins pins,
            Deliveries deliveries,
            Optional<PairPlaces> places,
            LinkRecord record) {
        this.keys = keys;
        this.ledgers = ledgers;
        this.admissions = admissions;
        this.counterparts = counterparts;
        this.pins = pins;
        this.deliveries = deliveries;
        this.places = places;
        this.record = record;
    }

    /// An invitation that was read and is not pinned yet.
    ///
    /// @param before the fingerprint that is pinned now and would be given up; empty where none is,
    ///   or it is the same
    public record Proposal(PairFile file, Optional<Fingerprint> before) {}

    /// What an administrator says when a key is to be pinned.
    ///
    /// @param text of the invitation
    /// @param fingerprint that was shown for it
    /// @param compared whether both were compared aloud
    /// @param with whom
    /// @param reason why another key is given up; may be empty where none is pinned
    public record Confirmation(
            String text, String fingerprint, boolean compared, String with, String reason) {}

    /// This node's invitation; empty where the node does not hold the partnership.
    public Optional<PairFile> invitation(PartnershipId partnership) {
        return ledgers.pair(partnership)
                .flatMap(pair ->
                        places.map(set -> keys.pairFile(partnership, pair.ours(), set.address())));
    }

    /// The counterpart's invitation that is pinned now.
    public Optional<PairFile> pinned(PartnershipId partnership) {
        return counterparts.of(partnership);
    }

    /// Reads what the counterpart gave. Nothing changes.
    public Outcome<Proposal> read(PartnershipId partnership, String text) {
        if (text.isBlank()) {
            return Outcome.refused(Refusal.at(PairingRule.NOTHING_BROUGHT, "text"));
        }
        var pair = ledgers.pair(partnership).orElseThrow();
        var own = "\nparty " + pair.ours() + "\n";
        if (text.replace("\r", "").contains(own)
                && PairFile.read(text, partnership, pair.ours()).isAccepted()) {
            return Outcome.refused(Refusal.at(PairingRule.OWN_INVITATION, "text"));
        }
        return switch (PairFile.read(text, partnership, pair.counterpart())) {
            case Outcome.Accepted<PairFile>(var file) ->
                    Outcome.accepted(new Proposal(file, givenUp(file)));
            case Outcome.Refused<PairFile>(var refusal) ->
                    Outcome.refused(new Refusal(refusal.rule(), "text", refusal.facts()));
        };
    }

    private Optional<Fingerprint> givenUp(PairFile file) {
        return pinned(file.partnership())
                .map(PairFile::fingerprint)
                .filter(before -> !before.equals(file.fingerprint()));
    }

    /// Pins the counterpart's keys and begins the line with them.
    ///
    /// @return what was pinned, and what was given up for it
    public Outcome<Proposal> confirm(Officer by, PartnershipId partnership, Confirmation said) {
        if (!by.may(Power.ADMINISTER)) {
            return Outcome.refused(PairingRule.BY_ADMINISTRATOR);
        }
        return read(partnership, said.text())
                .then(proposal ->
                        refusal(proposal, said)
                                .<Outcome<Proposal>>map(Outcome::refused)
                                .orElseGet(() -> pin(proposal)));
    }

    private static Optional<Refusal> refusal(Proposal proposal, Confirmation said) {
        if (!proposal.file().fingerprint().digits().equals(said.fingerprint())) {
            return Optional.of(Refusal.of(PairingRule.CHANGED_MEANWHILE));
        }
        if (!said.compared()) {
            return Optional.of(Refusal.at(PairingRule.NOT_COMPARED, "compared"));
        }
        if (isWrong(said.with())) {
            return Optional.of(Refusal.at(PairingRule.WITH_WHOM, "with").with("most", LONGEST));
        }
        return proposal.before().isPresent() && isWrong(said.reason())
                ? Optional.of(Refusal.at(PairingRule.REASON, "reason").with("most", LONGEST))
                : Optional.empty();
    }

    private static boolean isWrong(String said) {
        return said.isBlank() || said.length() > LONGEST || said.matches("(?s).*\\p{Cntrl}.*");
    }

    private synchronized Outcome<Proposal> pin(Proposal proposal) {
        var file = proposal.file();
        if (places.filter(set -> set.keep(file)).isEmpty()) {
            var place = places.map(set -> set.counterparts().get(file.partnership()));
            return Outcome.refused(
                    Refusal.of(PairingRule.NOT_KEPT)
                            .with("file", place.map(Objects::toString).orElse("-")));
        }
        admissions.pin(file.partnership(), file.ledgerKey(), file.secondKey());
        counterparts.pin(file);
        pins.pinned(file);
        deliveries.again();
        record.changed(file.partnership());
        return Outcome.accepted(proposal);
    }
}
