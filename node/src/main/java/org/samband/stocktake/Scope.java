// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.procedure.Cut;

/// What a stocktake is about. The same scope gives the same bytes on both nodes and at any later
/// time, because everything else follows from the ledgers. Source: SDP paragraph 47; design section
/// 3, both-party facts.
///
/// @param from first day of the period
/// @param to its last day, not before the first
/// @param cut how much of both ledgers counts
/// @param most dossiers with a higher marking, or one that is not comparable, are left out
public record Scope(LocalDate from, LocalDate to, Cut cut, Marking most) {
    /// Longest period in years.
    public static final int MOST_YEARS = 20;

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})/([^/]{1,80})/(.{1,400})");

    /// What is wrong with a period.
    public static Optional<Refusal> wrong(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? Optional.of(Refusal.at(StocktakeRule.ENDS_BEFORE_IT_BEGINS, "to"))
                : from.plusYears(MOST_YEARS).isBefore(to)
                        ? Optional.of(
                                Refusal.at(StocktakeRule.TOO_LONG, "from")
                                        .with("most", String.valueOf(MOST_YEARS)))
                        : Optional.empty();
    }

    /// Reads `2026-01-01/2026-12-31/EU:312,NO:287/TLP:GREEN`.
    public static Outcome<Scope> of(String text, Policies policies) {
        var refused =
                Outcome.<Scope>refused(Refusal.at(StocktakeRule.NO_SCOPE, "scope").typed(text));
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return refused;
        }
        var from = day(form.group(1));
        var to = day(form.group(2));
        var cut = Cut.of(form.group(3));
        if (from.isEmpty() || to.isEmpty() || cut.isEmpty()) {
            return refused;
        }
        return switch (policies.read(form.group(4))) {
            case Outcome.Accepted(var most)
                    when wrong(from.get(), to.get()).isEmpty() && !most.isMissing() ->
                    Outcome.accepted(new Scope(from.get(), to.get(), cut.get(), most));
            default -> refused;
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /// As it stands in addresses and entries.
    @Override
    public String toString() {
        return from + "/" + to + "/" + cut + "/" + most;
    }
}
