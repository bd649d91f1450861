// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.ledger.EntryRecorded;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Digest;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// With which link keys each counterpart is spoken with: the one that it showed last, and those
/// that its ledger has announced to follow that one. When one of these is shown, the one before it
/// counts no more. Source: `spec/federation/`, FEDERATION-36.
@Component
class LinkPins {
    private final Counterparts counterparts;
    private final Ledgers ledgers;
    private final LinkPinRows rows;
    private final LinkRecord record;
    private final Sights sights;
    private final Optional<PairPlaces> places;
    private final Map<PartnershipId, Pinned> known = new ConcurrentHashMap<>();

    LinkPins(
            Counterparts counterparts,
            Ledgers ledgers,
            LinkPinRows rows,
            LinkRecord record,
            Sights sights,
            Optional<PairPlaces> places) {
        this.counterparts = counterparts;
        this.ledgers = ledgers;
        this.rows = rows;
        this.record = record;
        this.sights = sights;
        this.places = places;
    }

    /// @param pin that was shown last
    /// @param following what was announced after it, in order
    private record Pinned(Digest pin, List<LinkKeyEntry> following) {
        Set<Digest> all() {
            return Stream.concat(Stream.of(pin), following.stream().map(LinkKeyEntry::pin))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /// The keys that count now; none where the pair is not set up.
    Set<Digest> of(PartnershipId partnership) {
        return pinned(partnership).map(Pinned::all).orElse(Set.of());
    }

    boolean counts(PartnershipId partnership, Digest pin) {
        return of(partnership).contains(pin);
    }

    /// What the counterpart has announced and not shown yet.
    List<LinkKeyEntry> following(PartnershipId partnership) {
        return pinned(partnership).map(Pinned::following).orElse(List.of());
    }

    /// Whoever holds this key has spoken with this node. If it is one that was announced, it is
    /// from now on the one that counts, and stands in the pair file.
    void shown(PartnershipId partnership, Digest pin) {
        if (pinned(partnership).filter(now -> !now.pin().equals(pin)).isPresent()) {
            follow(partnership, pin);
        }
    }

    private synchronized void follow(PartnershipId partnership, Digest pin) {
        var file = counterparts.of(partnership).orElseThrow();
        following(partnership).stream()
                .filter(one -> one.pin().equals(pin))
                .findFirst()
                .ifPresent(one -> {
                    store(partnership, new LinkPinRows.Held(file.pin(), pin));
                    var now = file.showing(one.certificate());
                    counterparts.pin(now);
                    var _ = places.map(set -> set.keep(now));
                    record.changed(partnership);
                });
    }

    /// Another key was pinned by hand: what was announced to follow the one before counts no more.
    void pinned(PairFile file) {
        store(file.partnership(), new LinkPinRows.Held(file.pin(), file.pin()));
    }

    private void store(PartnershipId partnership, LinkPinRows.Held held) {
        sights.run(Sight.NODE, () -> rows.store(partnership, held));
        known.remove(partnership);
    }

    private Optional<Pinned> pinned(PartnershipId partnership) {
        var file = counterparts.of(partnership);
        return file.map(given -> known.computeIfAbsent(partnership, _ -> read(given)));
    }

    private Pinned read(PairFile file) {
        var partnership = file.partnership();
        var pin =
                sights.within(
                        Sight.NODE,
                        () -> {
                            var held =
                                    rows.of(partnership)
                                            .filter(one ->
                                                    one.given().equals(file.pin())
                                                            || one.pin().equals(file.pin()))
                                            .map(LinkPinRows.Held::pin);
                            if (held.isEmpty()) {
                                // The first pair file, or another one that the operator has put.
                                rows.store(
                                        partnership, new LinkPinRows.Held(file.pin(), file.pin()));
                            }
                            return held.orElse(file.pin());
                        });
        return new Pinned(pin, following(partnership, pin));
    }

    private List<LinkKeyEntry> following(PartnershipId partnership, Digest pin) {
        var ledger = ledgers.pair(partnership).orElseThrow().counterparts();
        var announced =
                LinkKeyChange.announcements(ledgers, ledger)
                        .map(entry -> LinkKeyEntry.of(entry.content()))
                        .collect(
                                Collectors.toMap(
                                        LinkKeyEntry::follows, one -> one, (_, newer) -> newer));
        var following = new ArrayList<LinkKeyEntry>();
        for (var next = announced.remove(pin); next != null; ) {
            following.add(next);
            next = announced.remove(next.pin());
        }
        return List.copyOf(following);
    }

    /// The counterpart announces a key: read anew when the transaction has ended.
    @EventListener
    void recorded(EntryRecorded recorded) {
        var entry = recorded.entry();
        if (recorded.ours()
                || entry.ledger().line() == LedgerId.Line.OWN
                || !entry.kind().equals(LinkKeyEntry.KIND)) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        known.remove(entry.ledger().partnership());
                    }
                });
    }
}
