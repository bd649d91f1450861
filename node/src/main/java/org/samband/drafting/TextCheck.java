// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.LedgerId;
import org.samband.ledger.Ledgers;
import org.samband.procedure.ActRef;
import org.samband.procedure.ProcedureRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks of an entry of a joint text, ours or the counterpart's, what both nodes ask: is it in its
/// form, and may its party make this move in the text as it knew it. Source: spec/drafting,
/// DRAFT-21.
@Component
class TextCheck implements EntryCheck {
    /// Kind of the entry that opens a dossier. Source: spec/procedure, section 7.
    private static final String DOSSIER = "dossier.open";

    private final ObjectProvider<Ledgers> ledgers;
    private final TextFolds folds;

    /// @param ledgers asked late, because they ask this
    TextCheck(ObjectProvider<Ledgers> ledgers, TextFolds folds) {
        this.ledgers = ledgers;
        this.folds = folds;
    }

    @Override
    public boolean needsStored(Entry entry) {
        return TextEntries.opens(entry) || TextEntries.isMove(entry);
    }

    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        if (TextEntries.opens(entry)) {
            return TextForm.malformed(entry).or(() -> unknownDossier(entry));
        }
        if (TextEntries.isMove(entry)) {
            return TextForm.malformed(entry).or(() -> judged(entry));
        }
        return TextEntries.isOwnComment(entry) ? TextForm.malformed(entry) : Optional.empty();
    }

    private Optional<Refusal> unknownDossier(Entry entry) {
        var dossier = TextEntries.opening(entry).dossier();
        var ledger =
                new LedgerId(entry.ledger().partnership(), dossier.party(), LedgerId.Line.SHARED);
        var known =
                TextEntries.knew(entry, dossier)
                        && ledgers.getObject()
                                .get(ledger, new EntryNumber(dossier.number()))
                                .filter(one -> one.kind().equals(DOSSIER))
                                .isPresent();
        return known
                ? Optional.empty()
                : Optional.of(Refusal.of(ProcedureRule.UNKNOWN_DOSSIER).with("dossier", dossier));
    }

    private Optional<Refusal> judged(Entry entry) {
        return ActRef.of(entry.subject())
                .flatMap(text -> folds.known(entry, text))
                .map(text -> new TextJudge(text, TextEntries.read(entry)).whyNot())
                .orElseGet(() ->
                        Optional.of(
                                Refusal.of(DraftingRule.UNKNOWN_TEXT)
                                        .with("text", entry.subject())));
    }
}
