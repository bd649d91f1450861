// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the follow-ups out of what stands in a dossier.
final class FollowUps {
    /// Number of a paragraph or item, as officers write it: `23`, `paragraph 23`, `§ 11.3`.
    private static final Pattern PARAGRAPH =
            Pattern.compile(
                    "(?:§|para(?:graph|graf)?\\.?|p\\.?)?\\s*([1-9][0-9]{0,2}(?:\\.[1-9][0-9]?)?)",
                    Pattern.CASE_INSENSITIVE);

    private FollowUps() {}

    static List<FollowUp> of(
            Procedure procedure,
            List<DossierState.Folded> acts,
            Map<String, List<DossierState.Value>> values) {
        var reports = reports(procedure, acts);
        var all = new ArrayList<FollowUp>();
        for (var field : fields(procedure)) {
            for (var value : values.getOrDefault(field, List.of())) {
                var agreed = agreed(procedure, field, value, acts);
                if (value.value() instanceof List<?> items) {
                    for (int i = 0; i < items.size(); i++) {
                        var id = value.by() + "." + (i + 1);
                        all.add(one(id, items.get(i), agreed, reports.getOrDefault(id, List.of())));
                    }
                }
            }
        }
        return all;
    }

    /// What was said about each follow-up, in the order of the acts, until it is settled.
    private static Map<String, List<FollowUp.Report>> reports(
            Procedure procedure, List<DossierState.Folded> acts) {
        var all = new HashMap<String, List<FollowUp.Report>>();
        for (var folded : acts) {
            var act = folded.act();
            procedure.act(act.act()).filter(_ -> folded.effective()).stream()
                    .flatMap(form -> form.fields().stream())
                    .filter(field -> field.type() == Field.Type.FOLLOW_UP)
                    .filter(field -> act.fields().containsKey(field.name()))
                    .forEach(field -> {
                        var id = String.valueOf(act.fields().get(field.name()));
                        var before = all.computeIfAbsent(id, _ -> new ArrayList<>());
                        if (!settled(before)) {
                            before.add(new FollowUp.Report(field.says(), act.ref(), act.at()));
                        }
                    });
        }
        return all;
    }

    private static boolean settled(List<FollowUp.Report> reports) {
        return one("", Map.of(), true, reports).settled();
    }

    /// The number of a paragraph as it stands in entries.
    static Optional<String> paragraph(String typed) {
        var matcher = PARAGRAPH.matcher(typed.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static FollowUp one(
            String id, Object item, boolean agreed, List<FollowUp.Report> reports) {
        var map = item instanceof Map<?, ?> members ? members : Map.of();
        return new FollowUp(
                id,
                String.valueOf(map.get("owner")),
                Optional.ofNullable(map.get("authority")).map(String::valueOf),
                String.valueOf(map.get("text")),
                Optional.ofNullable(map.get("paragraph")).map(String::valueOf),
                Optional.ofNullable(map.get("due"))
                        .map(due -> LocalDate.parse(String.valueOf(due))),
                agreed,
                reports);
    }

    /// Names of the fields in which follow-ups are noted.
    static List<String> fields(Procedure procedure) {
        return procedure.acts().stream()
                .flatMap(act -> act.fields().stream())
                .filter(field -> field.type() == Field.Type.FOLLOW_UPS)
                .map(Field::name)
                .distinct()
                .toList();
    }

    /// Where some act of the procedure confirms the field, one must have done so after it was said.
    private static boolean agreed(
            Procedure procedure,
            String field,
            DossierState.Value value,
            List<DossierState.Folded> acts) {
        var confirming =
                procedure.acts().stream()
                        .filter(act -> act.confirms().contains(field))
                        .map(ActForm::name)
                        .toList();
        if (confirming.isEmpty()) {
            return true;
        }
        var said = false;
        for (var act : acts) {
            said = said || act.act().ref().equals(value.by());
            if (said && act.effective() && confirming.contains(act.act().act())) {
                return true;
            }
        }
        return false;
    }
}
