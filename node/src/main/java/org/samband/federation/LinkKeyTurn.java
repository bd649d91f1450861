// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.springframework.stereotype.Component;

/// When this node shows the link key that it has announced: from the day on that stands there, and
/// not before every counterpart has receipted the announcement, so that none is spoken with by a
/// key that it does not know. Source: `spec/federation/`, FEDERATION-37.
@Component
class LinkKeyTurn {
    private final NodeKeys keys;
    private final Ledgers ledgers;
    private final Counterparts counterparts;
    private final Optional<PairPlaces> places;
    private final InstantSource clock;

    LinkKeyTurn(
            NodeKeys keys,
            Ledgers ledgers,
            Counterparts counterparts,
            Optional<PairPlaces> places,
            InstantSource clock) {
        this.keys = keys;
        this.ledgers = ledgers;
        this.counterparts = counterparts;
        this.places = places;
        this.clock = clock;
    }

    /// Whether it is time.
    boolean isDue() {
        return keys.next().isPresent()
                && ledgers.pairs().stream()
                        .filter(pair -> counterparts.of(pair.partnership()).isPresent())
                        .allMatch(this::isDue);
    }

    private boolean isDue(LedgerPair pair) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        long receipted = ledgers.head(pair.shared()).acknowledged();
        return keys.next()
                .flatMap(next -> LinkKeyChange.announced(ledgers, pair, next))
                .filter(entry -> entry.number().value() <= receipted)
                .filter(entry -> !LinkKeyEntry.of(entry.content()).from().isAfter(today))
                .isPresent();
    }

    /// From now on the new key is shown, and stands in the pair files that this node gives.
    void take() {
        keys.follow();
        for (var pair : ledgers.pairs()) {
            places.ifPresent(set ->
                    set.write(keys.pairFile(pair.partnership(), pair.ours(), set.address())));
        }
    }
}
