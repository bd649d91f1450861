// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.Ledgers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks of an entry of a recall, ours or the counterpart's, what both nodes ask. A party recalls
/// what stands in its own ledger and receipts what it has seen, so the order of arrival decides
/// nothing.
@Component
class RecallCheck implements EntryCheck {
    private final ObjectProvider<Ledgers> ledgers;

    /// @param ledgers asked late, because they ask this
    RecallCheck(ObjectProvider<Ledgers> ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public boolean needsStored(Entry entry) {
        return RecallEntries.isRecall(entry) || RecallEntries.isReceipt(entry);
    }

    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        if (!RecallEntries.isRecall(entry) && !RecallEntries.isReceipt(entry)) {
            return Optional.empty();
        }
        return RecallEntries.malformed(entry)
                .or(() -> {
                    var about =
                            ledgers.getObject()
                                    .bySubject(entry.ledger().partnership(), entry.subject());
                    var named = RecallEntries.named(entry).orElseThrow();
                    return RecallEntries.isRecall(entry)
                            ? recall(entry, named, about)
                            : receipt(entry, named, about);
                });
    }

    private static Optional<Refusal> recall(Entry entry, ActRef act, List<Entry> about) {
        var own =
                act.party().equals(entry.ledger().party())
                        && about.stream()
                                .filter(DossierEntries::isAct)
                                .anyMatch(one -> DossierEntries.ref(one).equals(act));
        if (!own) {
            return Optional.of(Refusal.of(RecallRule.NOT_OWN).with("act", act));
        }
        return RecallEntries.read(about).stream()
                .filter(one -> one.act().equals(act))
                .findFirst()
                .map(one ->
                        Refusal.of(RecallRule.RECALLED_ALREADY)
                                .with("act", act)
                                .with("recall", one.ref()));
    }

    private static Optional<Refusal> receipt(Entry entry, ActRef recall, List<Entry> about) {
        var theirs =
                RecallEntries.read(about).stream()
                        .filter(one -> one.ref().equals(recall))
                        .filter(one -> !recall.party().equals(entry.ledger().party()))
                        .findFirst();
        if (theirs.isEmpty()) {
            return Optional.of(Refusal.of(RecallRule.NOT_THEIRS).with("recall", recall));
        }
        return theirs.get()
                .receipt()
                .map(one ->
                        Refusal.of(RecallRule.RECEIPTED_ALREADY)
                                .with("recall", recall)
                                .with("receipt", one.ref()));
    }
}
