// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.util.List;
import java.util.Optional;
import org.samband.drafting.JointText;
import org.samband.drafting.SignedCopy;

/// A party's copy of a sealed text, as its page lists it.
///
/// @param party code, as in the address of the file
/// @param standing key of the words for how far it is
/// @param ours whether it is our party's
public record CopyLine(String party, String name, String standing, boolean ours) {

    /// Ours first.
    static List<CopyLine> of(JointText text, TextNames names) {
        return names.ownFirst().stream()
                .map(party ->
                        new CopyLine(
                                party.value(),
                                names.party(party),
                                "drafting.signed."
                                        + standing(Optional.ofNullable(text.copies().get(party))),
                                party.equals(names.own())))
                .toList();
    }

    private static String standing(Optional<SignedCopy> copy) {
        return copy.isEmpty() ? "none" : copy.get().both().isPresent() ? "both" : "sent";
    }

    public boolean isThere() {
        return !standing.endsWith(".none");
    }

    /// Whether our node has something to sign here.
    public boolean waits() {
        return ours ? !isThere() : standing.endsWith(".sent");
    }
}
