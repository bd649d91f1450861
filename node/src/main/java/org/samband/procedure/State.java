// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Optional;
import org.samband.parties.Bilingual;

/// Where a matter can be. Source: spec/procedure/README.md, "States".
///
/// @param turn the role that is expected to act next, see {@link Roles}; empty in a final state
/// @param answer name of the date field that says until when an answer is wanted
/// @param series name of the field that says how often; dossiers that stand here are series, each
///   with editions of its own
/// @param clock a period within which the next act is expected
/// @param day name of the field of a date or of dates that says when the matter takes place
/// @param remind name of the date field that says when to look at the matter again; it is never
///   late
public record State(
        String name,
        Bilingual title,
        boolean initial,
        boolean last,
        Optional<String> turn,
        Optional<String> answer,
        Optional<AnswerClock> clock,
        Optional<String> day,
        Optional<String> series,
        Optional<String> remind) {}
