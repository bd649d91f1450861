// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import java.util.List;
import java.util.Optional;
import org.samband.federation.LineCheck;
import org.samband.web.Words;

/// The checks of both ledgers in plain words.
///
/// @param seesAll whether the officer may see every entry; else there is nothing here
/// @param progress how many entries the run that is under way has read
/// @param made the newest first
public record ChecksView(
        boolean seesAll, Optional<Long> progress, List<LineCheck> made, Words words) {

    public String result(LineCheck check) {
        return words.of(check.holds() ? "federation.check.holds" : "federation.check.broken");
    }

    public String tone(LineCheck check) {
        return check.holds() ? "success" : "danger";
    }

    /// What was found, in a sentence.
    public String sentence(LineCheck check) {
        if (check.holds()) {
            return words.count("federation.check.entries", check.entries());
        }
        return check.entry() == 0
                ? words.of("federation.check.wrong", check.sentence())
                : words.of(
                        "federation.check.wrong.entry",
                        check.party(),
                        check.entry(),
                        check.sentence());
    }

    public String took(LineCheck check) {
        var millis = check.took().toMillis();
        var seconds = "%d.%03d".formatted(millis / 1_000, millis % 1_000);
        return words.of(
                "federation.check.took",
                "nb".equals(words.language()) ? seconds.replace('.', ',') : seconds);
    }
}
