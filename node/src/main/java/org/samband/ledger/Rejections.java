// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to what the counterpart has refused of our ledger, each with the statement that it
/// signed: it can be shown to anyone, and not be denied.
@Component
public class Rejections {
    private final RejectionRows rows;
    private final Sights sights;

    Rejections(RejectionRows rows, Sights sights) {
        this.rows = rows;
        this.sights = sights;
    }

    /// Keeps a statement whose signature has been checked.
    ///
    /// @param ours ledger that it is about
    /// @param rule of the delivery as a whole
    /// @param rejections of its entries; none where it is about a delivery as a whole
    /// @param at when it was signed
    /// @param document its canonical text, with the signature
    public void keep(
            LedgerId ours, String rule, List<Rejection> rejections, Instant at, String document) {
        var about =
                Stream.concat(
                                Stream.of(rule),
                                rejections.stream().map(one -> one.rule() + " " + one.leaf().hex()))
                        .collect(Collectors.joining("\n"));
        sights.run(
                Sight.NODE,
                () -> {
                    rows.keep(ours, at, about, document);
                    rejections.forEach(rejection -> rows.keep(ours, rejection, at));
                });
    }

    /// The entries that the counterpart refuses and has not receipted since, by number.
    ///
    /// @param receipted how many entries it has receipted
    public Map<Long, Rejection.Kept> standing(LedgerId ours, long receipted) {
        var standing = new TreeMap<Long, Rejection.Kept>();
        sights.within(Sight.NODE, () -> rows.after(ours, receipted))
                .forEach(kept -> standing.put(kept.rejection().entry(), kept));
        return standing;
    }

    /// The newest statements about a ledger, newest first.
    public List<String> documents(LedgerId ours, int limit) {
        return sights.within(Sight.NODE, () -> rows.documents(ours, limit));
    }
}
