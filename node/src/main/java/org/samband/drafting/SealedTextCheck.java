// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Refusal;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryCheck;
import org.samband.ledger.LedgerId;
import org.samband.procedure.ActRef;
import org.springframework.stereotype.Component;

/// An act of a procedure that names a joint text by number and hash, ours or the counterpart's,
/// names one that is sealed. Source: spec/drafting, DRAFT-24.
@Component
class SealedTextCheck implements EntryCheck {
    /// Kind of an act in a dossier. Source: spec/procedure, section 7.
    private static final String ACT = "dossier.act";

    /// Ends of the names of the two fields of a kind: `conclusions-text` and `conclusions-hash`.
    private static final String TEXT = "-text";

    private static final String HASH = "-hash";

    private final TextFolds folds;

    SealedTextCheck(TextFolds folds) {
        this.folds = folds;
    }

    @Override
    public boolean needsStored(Entry entry) {
        return !kinds(fields(entry)).isEmpty();
    }

    @Override
    public Optional<Refusal> check(Entry entry, boolean ours) {
        var fields = fields(entry);
        return kinds(fields).stream()
                .flatMap(kind -> wrong(entry, kind.word(), fields).stream())
                .findFirst();
    }

    /// The kinds of text that are named, by number or by hash.
    private static List<TextKind> kinds(Map<String, Object> fields) {
        return Arrays.stream(TextKind.values())
                .filter(kind ->
                        fields.containsKey(kind.word() + TEXT)
                                || fields.containsKey(kind.word() + HASH))
                .toList();
    }

    private static Map<String, Object> fields(Entry entry) {
        return entry.ledger().line() == LedgerId.Line.SHARED && entry.kind().equals(ACT)
                ? TextEntries.map(entry.content().getOrDefault("fields", Map.of()))
                : Map.of();
    }

    private Optional<Refusal> wrong(Entry entry, String name, Map<String, Object> fields) {
        var number = TextEntries.text(fields, name + TEXT);
        var sealed =
                ActRef.of(number)
                        .flatMap(text -> folds.known(entry, text))
                        .filter(text -> text.opening().kind().word().equals(name))
                        .filter(text -> text.opening().dossier().toString().equals(entry.subject()))
                        .flatMap(JointText::seal)
                        .filter(seal -> seal.hash().equals(TextEntries.text(fields, name + HASH)));
        return sealed.isPresent()
                ? Optional.empty()
                : Optional.of(
                        Refusal.at(DraftingRule.NO_SEALED_TEXT, name + TEXT).with("text", number));
    }
}
