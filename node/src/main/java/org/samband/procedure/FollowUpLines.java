// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.Authority;
import org.samband.parties.Party;

/// Reads one line that an officer typed as a follow-up. Source: spec/procedure/README.md, "Fields".
final class FollowUpLines {
    private FollowUpLines() {}

    /// The item as it stands in the entry.
    static Outcome<Map<String, Object>> read(String typed, List<Party> parties) {
        var line = FollowUpText.of(typed);
        var stroke = line.owner().indexOf('/');
        var owner = party(stroke < 0 ? line.owner() : line.owner().substring(0, stroke), parties);
        var authority = stroke < 0 ? "" : line.owner().substring(stroke + 1).strip();
        var length = line.what().codePointCount(0, line.what().length());
        var due = TypedFields.day(line.due());
        var paragraph = FollowUps.paragraph(line.paragraph());
        if (owner.isEmpty() || line.what().isEmpty()) {
            return refused(
                    ProcedureRule.NOT_A_FOLLOW_UP_LINE,
                    "parties",
                    parties.stream()
                            .map(one -> one.code().value())
                            .collect(Collectors.joining(", ")));
        }
        if (!authority.isEmpty() && owner.get().authority(authority).isEmpty()) {
            return Outcome.refused(
                    Refusal.of(ProcedureRule.NO_SUCH_AUTHORITY)
                            .with("typed", TypedFields.cut(authority))
                            .with(
                                    "authorities",
                                    owner.get().authorities().stream()
                                            .map(Authority::code)
                                            .collect(Collectors.joining(", "))));
        }
        if (length > FieldForm.FOLLOW_UP) {
            return Outcome.refused(
                    Refusal.of(ProcedureRule.FIELD_TOO_LONG)
                            .with("most", FieldForm.FOLLOW_UP)
                            .with("length", length));
        }
        if (!line.due().isEmpty() && due.isEmpty()) {
            return refused(ProcedureRule.NOT_A_DATE, "typed", TypedFields.cut(line.due()));
        }
        if (!line.paragraph().isEmpty() && paragraph.isEmpty()) {
            return refused(ProcedureRule.NO_PARAGRAPH, "typed", TypedFields.cut(line.paragraph()));
        }
        var item = new LinkedHashMap<String, Object>();
        item.put("owner", owner.get().code().value());
        if (!authority.isEmpty()) {
            item.put("authority", authority);
        }
        item.put("text", line.what());
        paragraph.ifPresent(one -> item.put("paragraph", one));
        due.ifPresent(day -> item.put("due", day.toString()));
        return Outcome.accepted(item);
    }

    private static Outcome<Map<String, Object>> refused(
            ProcedureRule rule, String fact, String value) {
        return Outcome.refused(Refusal.of(rule).with(fact, value));
    }

    private static Optional<Party> party(String typed, List<Party> parties) {
        return parties.stream()
                .filter(party ->
                        party.code().value().equalsIgnoreCase(typed.strip())
                                || party.name().equalsIgnoreCase(typed.strip()))
                .findFirst();
    }
}
