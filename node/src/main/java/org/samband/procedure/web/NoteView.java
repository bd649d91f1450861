// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.Optional;
import org.samband.label.Banner;

/// An own note as the page shows it.
///
/// @param number in our own ledger
/// @param when in our party's zone
/// @param holders whether it says who else holds what was sent
/// @param target day that our party sets itself
public record NoteView(
        long number,
        String officer,
        String when,
        String text,
        Banner marking,
        boolean holders,
        Optional<String> target) {}
