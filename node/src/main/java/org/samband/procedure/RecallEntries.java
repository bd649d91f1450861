// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.LedgerId;

/// The entries of recalls, as they are written and as they are read. Source:
/// spec/procedure/README.md, "Recall".
final class RecallEntries {
    static final String RECALL = "recall";
    static final String RECEIPT = "recall.receipt";

    private RecallEntries() {}

    static Map<String, Object> recall(ActRef act, String reason) {
        return Map.of("act", act.toString(), "reason", reason);
    }

    static Map<String, Object> receipt(ActRef recall, Recall.Outcome outcome, String reason) {
        return Map.of("recall", recall.toString(), "outcome", outcome.word(), "reason", reason);
    }

    static boolean isRecall(Entry entry) {
        return is(entry, RECALL);
    }

    static boolean isReceipt(Entry entry) {
        return is(entry, RECEIPT);
    }

    private static boolean is(Entry entry, String kind) {
        return entry.ledger().line() == LedgerId.Line.SHARED && entry.kind().equals(kind);
    }

    /// The act that a recall names, or the recall that a receipt names.
    static Optional<ActRef> named(Entry entry) {
        var member = isRecall(entry) ? "act" : "recall";
        return entry.content().get(member) instanceof String text
                ? ActRef.of(text)
                : Optional.empty();
    }

    static boolean isReason(Object reason) {
        return reason instanceof String text
                && !text.isBlank()
                && text.codePointCount(0, text.length()) <= Recall.LONGEST_REASON
                && !FieldForm.cannotBeShown(text);
    }

    /// What is wrong with the members of an entry.
    static Optional<Refusal> malformed(Entry entry) {
        var content = entry.content();
        var members =
                isRecall(entry) ? Set.of("act", "reason") : Set.of("recall", "outcome", "reason");
        if (!content.keySet().equals(members)) {
            return malformed(entry, "*");
        }
        if (named(entry).isEmpty()) {
            return malformed(entry, isRecall(entry) ? "act" : "recall");
        }
        if (!isReason(content.getOrDefault("reason", ""))) {
            return malformed(entry, "reason");
        }
        return isReceipt(entry)
                        && Recall.Outcome.of(String.valueOf(content.get("outcome"))).isEmpty()
                ? malformed(entry, "outcome")
                : Optional.empty();
    }

    private static Optional<Refusal> malformed(Entry entry, String member) {
        return Optional.of(
                Refusal.of(RecallRule.MALFORMED).with("kind", entry.kind()).with("member", member));
    }

    /// All recalls in one dossier, in the order in which they were made.
    ///
    /// @param entries all entries about it
    static List<Recall> read(List<Entry> entries) {
        var recalls = new ArrayList<Recall>();
        for (var entry : entries) {
            if (isRecall(entry)) {
                recalls.add(
                        new Recall(
                                DossierEntries.ref(entry),
                                named(entry).orElseThrow(),
                                entry.at(),
                                entry.by(),
                                String.valueOf(entry.content().get("reason")),
                                receipt(entries, DossierEntries.ref(entry))));
            }
        }
        return List.copyOf(recalls);
    }

    private static Optional<Recall.Receipt> receipt(List<Entry> entries, ActRef recall) {
        return entries.stream()
                .filter(RecallEntries::isReceipt)
                .filter(entry -> named(entry).equals(Optional.of(recall)))
                .findFirst()
                .map(entry ->
                        new Recall.Receipt(
                                DossierEntries.ref(entry),
                                entry.at(),
                                entry.by(),
                                Recall.Outcome.of(String.valueOf(entry.content().get("outcome")))
                                        .orElseThrow(),
                                String.valueOf(entry.content().get("reason"))));
    }
}
