// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the follow-ups out of what stands in a dossier.
final class FollowUps {
    private FollowUps() {}

    static List<FollowUp> of(
            Procedure procedure,
            List<DossierState.Folded> acts,
            Map<String, List<DossierState.Value>> values) {
        var done = new HashMap<String, ActRef>();
        for (var field : fields(procedure, Field.Type.FOLLOW_UP)) {
            for (var value : values.getOrDefault(field, List.of())) {
                done.putIfAbsent(String.valueOf(value.value()), value.by());
            }
        }
        var all = new ArrayList<FollowUp>();
        for (var field : fields(procedure, Field.Type.FOLLOW_UPS)) {
            for (var value : values.getOrDefault(field, List.of())) {
                var agreed = agreed(procedure, field, value, acts);
                if (value.value() instanceof List<?> items) {
                    for (int i = 0; i < items.size(); i++) {
                        var id = value.by() + "." + (i + 1);
                        all.add(one(id, items.get(i), agreed, Optional.ofNullable(done.get(id))));
                    }
                }
            }
        }
        return all;
    }

    /// Party, what, by when: the first and the last bar part, others belong to the text.
    static String[] parted(String line) {
        int first = line.indexOf('|');
        int last = line.lastIndexOf('|');
        var owner = first < 0 ? "" : line.substring(0, first);
        var what = last > first ? line.substring(first + 1, last) : line.substring(first + 1);
        var due = last > first ? line.substring(last + 1) : "";
        return new String[] {owner.strip(), what.strip(), due.strip()};
    }

    private static FollowUp one(String id, Object item, boolean agreed, Optional<ActRef> done) {
        var map = item instanceof Map<?, ?> members ? members : Map.of();
        return new FollowUp(
                id,
                String.valueOf(map.get("owner")),
                String.valueOf(map.get("text")),
                Optional.ofNullable(map.get("due"))
                        .map(due -> LocalDate.parse(String.valueOf(due))),
                agreed,
                done);
    }

    private static List<String> fields(Procedure procedure, Field.Type type) {
        return procedure.acts().stream()
                .flatMap(act -> act.fields().stream())
                .filter(field -> field.type() == type)
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
