// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Optional;

/// Which dossiers of a register are shown, and in which order.
///
/// @param procedure short name
/// @param area short name; empty for all
/// @param finished true for finished ones, false for open ones; empty for both
/// @param state short name of a state; empty for all
/// @param turn code of the party whose turn it is; empty for all
/// @param opener code of the party that opened it; empty for all
/// @param year in which it was opened, something was done or a day lies; empty for all
/// @param words each must begin a word of the title, of a short text that stands in it, or be its
///   number
/// @param order by which column
/// @param descending the greatest first
public record RegisterFilter(
        String procedure,
        Optional<String> area,
        Optional<Boolean> finished,
        Optional<String> state,
        Optional<String> turn,
        Optional<String> opener,
        Optional<Integer> year,
        List<String> words,
        String order,
        boolean descending) {
    /// Columns that every register has, by which it can be sorted; each field is a further one.
    public static final List<String> COLUMNS =
            List.of("number", "title", "area", "state", "turn", "last", "next");

    public RegisterFilter {
        words = List.copyOf(words);
    }

    /// The same of one state.
    ///
    /// @param name short name of the state
    public RegisterFilter in(String name) {
        return new RegisterFilter(
                procedure,
                area,
                finished,
                Optional.of(name),
                turn,
                opener,
                year,
                words,
                order,
                descending);
    }

    /// All dossiers of a procedure, the latest change first.
    public static RegisterFilter all(String procedure) {
        return new RegisterFilter(
                procedure,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "last",
                true);
    }
}
