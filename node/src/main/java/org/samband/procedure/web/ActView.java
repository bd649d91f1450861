// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.label.Banner;
import org.samband.procedure.ActRef;

/// One act in the timeline of a dossier.
///
/// @param side `ours` or `theirs`
/// @param state `crossed` or `without` where it has no effect; else empty
/// @param party who acted
/// @param who authority, officer and role
/// @param when in our party's zone
/// @param done past tense, with the party before it
/// @param prevailing the act that prevails over one that crossed
/// @param because why it prevails, as the procedure says it
/// @param without why an act has no effect
/// @param receipt whether the other party's node holds it
/// @param receipted true if that is proven
/// @param rejected why the other party's node refuses it, signed by that party
/// @param leaf hash of its entry, 64 hexadecimal digits
public record ActView(
        ActRef ref,
        String side,
        String state,
        String party,
        String who,
        String when,
        String done,
        List<Said> said,
        Banner marking,
        Optional<ActRef> prevailing,
        Optional<String> because,
        Optional<Refusal> without,
        String receipt,
        boolean receipted,
        Optional<Rejected> rejected,
        String leaf) {

    /// @param when the counterpart signed it, in our party's zone
    public record Rejected(Refusal why, String when) {}

    public ActView {
        said = List.copyOf(said);
    }
}
