// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.List;
import java.util.Optional;
import org.samband.label.Policies;
import org.samband.ledger.Entry;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.procedure.ActRef;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Folds a text from the entries of both ledgers. The one way by which this node comes to it.
@Component
class TextFolds {
    private final ObjectProvider<Ledgers> ledgers;
    private final Policies policies;

    /// @param ledgers asked late, because they ask the check that asks this
    TextFolds(ObjectProvider<Ledgers> ledgers, Policies policies) {
        this.ledgers = ledgers;
        this.policies = policies;
    }

    /// Empty if there is no such text.
    Optional<JointText> of(PartnershipId partnership, ActRef text) {
        var about = about(partnership, text.toString());
        return opening(about).map(opening -> fold(opening, moves(about)));
    }

    /// The text as the party of an entry knew it when it made the entry.
    ///
    /// @param entry a move in the text, or an act that names it
    Optional<JointText> known(Entry entry, ActRef text) {
        var about = about(entry.ledger().partnership(), text.toString());
        return opening(about)
                .filter(opening -> TextEntries.knew(entry, opening.ref()))
                .map(opening ->
                        fold(
                                opening,
                                moves(about).stream()
                                        .filter(move -> TextEntries.knew(entry, move.ref()))
                                        .toList()));
    }

    /// The text as it stood for who made an entry, after it.
    Optional<JointText> version(JointText text, ActRef version) {
        return version.equals(text.ref())
                ? Optional.of(fold(text.opening(), List.of()))
                : text.entry(version)
                        .map(found -> TextOrder.until(found, text.entries()))
                        .map(entries -> fold(text.opening(), entries));
    }

    private JointText fold(TextOpening opening, List<TextEntry> entries) {
        return TextFold.of(opening, entries, policies::merge);
    }

    private List<Entry> about(PartnershipId partnership, String subject) {
        return ledgers.getObject().bySubject(partnership, subject);
    }

    private static Optional<TextOpening> opening(List<Entry> about) {
        return about.stream().filter(TextEntries::opens).findFirst().map(TextEntries::opening);
    }

    private static List<TextEntry> moves(List<Entry> about) {
        return about.stream().filter(TextEntries::isMove).map(TextEntries::read).toList();
    }
}
