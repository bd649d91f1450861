// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.samband.act.Outcome;
import org.samband.parties.Officer;
import org.samband.parties.Profile;
import org.samband.stocktake.Stocktake;
import org.samband.stocktake.StocktakeDocument;
import org.samband.stocktake.Stocktakes;

/// Fills the figures of a stocktake into the steps of the sample year that send them to the other
/// party: `{figures FROM TO}` for its scope, `{figures-hash FROM TO}` for what both sides agree
/// over.
///
/// @param stocktakes asked late, like the dossiers
record SampleFigures(Supplier<Stocktakes> stocktakes, Profile profile) {
    private static final Pattern FIGURES =
            Pattern.compile("\\{figures(-hash)? ([0-9-]{10}) ([0-9-]{10})}");

    /// @param officer who sends them, and sees all areas
    String filled(String text, Officer officer) {
        return FIGURES.matcher(text).replaceAll(found -> filling(found, officer));
    }

    private String filling(MatchResult found, Officer officer) {
        var taken =
                stocktakes
                        .get()
                        .of(
                                officer,
                                profile,
                                LocalDate.parse(found.group(2)),
                                LocalDate.parse(found.group(3)),
                                stocktakes.get().now(profile));
        return switch (taken) {
            case Outcome.Accepted<Stocktake>(var stocktake) ->
                    found.group(1) == null
                            ? stocktake.scope().toString()
                            : StocktakeDocument.hash(stocktake);
            case Outcome.Refused<Stocktake>(var why) ->
                    throw new IllegalStateException(why.sentence());
        };
    }
}
