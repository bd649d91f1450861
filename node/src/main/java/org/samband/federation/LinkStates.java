// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Labels;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.ledger.Admissions;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.Head;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerKeys;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.parties.Power;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Checkpoint;
import org.springframework.stereotype.Component;

/// The door to how the lines stand.
@Component
public class LinkStates {
    private static final int EVENTS = 20;

    /// The address is not part of a fingerprint.
    private static final URI ANY = URI.create("https://localhost");

    private final Counterparts counterparts;
    private final NodeKeys keys;
    private final LinkPins pins;
    private final Labels labels;
    private final Policies policies;
    private final Ledgers ledgers;
    private final Admissions admissions;
    private final LedgerKeys ledgerKeys;
    private final LinkRows rows;
    private final LinkRecord record;
    private final Completeness completeness;
    private final Sights sights;

    LinkStates(
            Counterparts counterparts,
            NodeKeys keys,
            LinkPins pins,
            Labels labels,
            Policies policies,
            Ledgers ledgers,
            Admissions admissions,
            LedgerKeys ledgerKeys,
            LinkRows rows,
            LinkRecord record,
            Completeness completeness,
            Sights sights) {
        this.counterparts = counterparts;
        this.keys = keys;
        this.pins = pins;
        this.labels = labels;
        this.policies = policies;
        this.ledgers = ledgers;
        this.admissions = admissions;
        this.ledgerKeys = ledgerKeys;
        this.rows = rows;
        this.record = record;
        this.completeness = completeness;
        this.sights = sights;
    }

    /// How the line of a partnership stands; empty for who has no need-to-know there, and where
    /// there is none.
    public Optional<LinkState> of(Sight sight, PartnershipId partnership) {
        if (!sight.node() && !sight.needToKnow().covers(partnership, "")) {
            return Optional.empty();
        }
        return ledgers.pair(partnership).map(pair -> state(sight, pair));
    }

    private LinkState state(Sight sight, LedgerPair pair) {
        var partnership = pair.partnership();
        var figures =
                seesAll(sight, partnership)
                        ? Optional.of(figures(pair))
                        : Optional.<LinkState.Figures>empty();
        return sights.within(
                Sight.NODE,
                () ->
                        new LinkState(
                                partnership,
                                pair.counterpart(),
                                keys.pairFile(partnership, pair.ours(), ANY).fingerprint(),
                                counterparts
                                        .of(partnership)
                                        .map(file ->
                                                new LinkState.Counterpart(
                                                        file.address(), file.fingerprint())),
                                rows.contact(partnership),
                                rows.held(partnership),
                                rows.events(partnership, EVENTS),
                                figures));
    }

    /// Whether the counterpart's pair file is here.
    public boolean isSetUp(PartnershipId partnership) {
        return counterparts.of(partnership).isPresent();
    }

    /// Whether all entries of both shared ledgers may be seen: then their number may be, and then
    /// they may be exported.
    public boolean seesAll(Sight sight, PartnershipId partnership) {
        return ledgers.shown(partnership).stream()
                .allMatch(shown -> sight.covers(partnership, shown.area(), shown.label()));
    }

    /// The marking that an export of both shared ledgers has: that of all entries together; missing
    /// where there is none.
    public Marking highest(PartnershipId partnership) {
        return ledgers.shown(partnership).stream()
                .map(shown -> labels.marking(shown.label()))
                .reduce(policies::merge)
                .orElse(Marking.NONE);
    }

    private LinkState.Figures figures(LedgerPair pair) {
        var ours = ledgers.head(pair.shared());
        var theirs = ledgers.head(pair.counterparts());
        var since =
                ledgers.get(pair.shared(), new EntryNumber(ours.acknowledged() + 1)).map(Entry::at);
        return new LinkState.Figures(
                side(ours, ledgerKeys.of(pair, pair.counterparts())),
                side(theirs, ledgerKeys.of(pair, pair.shared())),
                since,
                pair.both().stream()
                        .flatMap(ledger ->
                                ledgerKeys.of(pair, ledger).stream()
                                        .map(held -> signing(ledger, held)))
                        .toList(),
                showing(pair));
    }

    private List<LinkState.Showing> showing(LedgerPair pair) {
        var shown = new ArrayList<LinkState.Showing>();
        var ours = PairFile.pin(keys.certificate());
        shown.add(LinkState.Showing.of(pair.ours(), ours, Optional.empty()));
        keys.next()
                .flatMap(next -> LinkKeyChange.announced(ledgers, pair, next))
                .map(entry -> LinkKeyEntry.of(entry.content()))
                .ifPresent(next -> shown.add(showing(pair.ours(), next)));
        counterparts
                .of(pair.partnership())
                .ifPresent(file ->
                        shown.add(
                                LinkState.Showing.of(
                                        pair.counterpart(), file.pin(), Optional.empty())));
        pins.following(pair.partnership())
                .forEach(next -> shown.add(showing(pair.counterpart(), next)));
        return shown;
    }

    private static LinkState.Showing showing(PartyCode party, LinkKeyEntry next) {
        return LinkState.Showing.of(party, next.pin(), Optional.of(next.from()));
    }

    private static LinkState.Signing signing(LedgerId ledger, LedgerKeys.Held held) {
        return new LinkState.Signing(
                ledger.party(),
                HexFormat.of().toHexDigits(held.key().id()),
                held.second().isPresent(),
                held.number(),
                held.until());
    }

    private LinkState.Side side(Head head, List<LedgerKeys.Held> cosigner) {
        return new LinkState.Side(
                head.size(),
                head.tree().root(),
                head.acknowledged(),
                receipted(head, cosigner),
                head.size() == 0 ? Optional.empty() : admissions.stored(head.ledger(), head.size()),
                head.cosigned().or(head::checkpoint).map(Checkpoint::note).orElse(""));
    }

    private static Optional<Instant> receipted(Head head, List<LedgerKeys.Held> cosigner) {
        return head.cosigned().stream()
                .flatMap(receipt ->
                        cosigner.stream()
                                .map(held -> receipt.cosignedAt(held.key().forCosignatures()))
                                .filter(OptionalLong::isPresent)
                                .map(time -> Instant.ofEpochSecond(time.getAsLong())))
                .findFirst();
    }

    /// An administrator has looked at a fork; admission goes on.
    public Outcome<PartnershipId> looked(Officer officer, PartnershipId partnership) {
        if (!officer.may(Power.ADMINISTER)) {
            return Outcome.refused(FederationRule.LOOKED_BY_ADMINISTRATOR);
        }
        record.looked(partnership, officer.account());
        return Outcome.accepted(partnership);
    }

    /// Whether nobody may act, because this node does not know that its database is the newest.
    public boolean isIncomplete(PartnershipId partnership) {
        return completeness.refusal(partnership).isPresent();
    }

    /// An administrator states how many of our entries the counterpart holds, as its administrator
    /// says, where the line cannot tell.
    ///
    /// @param held number of the last of our entries there
    public Outcome<PartnershipId> stated(Officer officer, PartnershipId partnership, long held) {
        var ours = ledgers.pair(partnership);
        if (!officer.may(Power.ADMINISTER) || ours.isEmpty()) {
            return Outcome.refused(FederationRule.LOOKED_BY_ADMINISTRATOR);
        }
        long size = ledgers.head(ours.get().shared()).size();
        if (held > size) {
            record.lost(partnership, held, size);
            return Outcome.refused(
                    Refusal.of(FederationRule.MORE_THERE_THAN_HERE)
                            .with("have", held)
                            .with("size", size));
        }
        completeness.restored(ours.get());
        return Outcome.accepted(partnership);
    }
}
