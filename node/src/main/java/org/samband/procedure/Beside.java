// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samband.parties.Bilingual;

/// What both parties said about one thing, to be read next to each other and never merged:
/// positions, contributions, gradings. Data: member `beside` of the procedure file. Source:
/// spec/procedure/README.md, "Side by side".
///
/// @param act of which each party's latest counts for what it is about; empty where pairs are
///   compared
/// @param otherAct by which the other party says the same, with the same fields; empty where it is
///   the same act
/// @param by fields of that act that together say what it is about
/// @param pairs fields of the opener and of the answerer that answer each other
public record Beside(
        Bilingual title,
        Optional<String> act,
        Optional<String> otherAct,
        List<String> by,
        List<Pair> pairs) {

    /// @param title what both fields are about
    /// @param opener name of the field of the party that opened the dossier
    /// @param answerer name of the field of the other one
    public record Pair(Bilingual title, String opener, String answerer) {}

    public Beside {
        by = List.copyOf(by);
        pairs = List.copyOf(pairs);
    }

    /// The acts of which what they say stands here; none where pairs are compared.
    List<String> acts() {
        return Stream.concat(act.stream(), otherAct.stream()).toList();
    }

    /// Whether what an act says stands here.
    public boolean shows(String name) {
        return acts().contains(name);
    }
}
