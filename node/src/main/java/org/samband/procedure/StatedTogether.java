// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samband.act.Refusal;

/// What is stated together or not at all: an amount in another currency with its rate and the day
/// of that. Source: spec/procedure/README.md, "Fields".
final class StatedTogether {
    private StatedTogether() {}

    /// @param stated names of the fields that are filled in
    /// @param typed what the officer typed, by name of the field
    static List<Refusal> refusals(ActForm act, Set<String> stated, Map<String, String> typed) {
        return act.fields().stream()
                .filter(field -> stated.contains(field.name()))
                .flatMap(field ->
                        field.with().stream()
                                .filter(name -> typed.getOrDefault(name, "").isBlank())
                                .flatMap(name -> act.field(name).stream())
                                .map(other -> missing(other, field)))
                .toList();
    }

    private static Refusal missing(Field field, Field stated) {
        var refusal = Refusal.at(ProcedureRule.STATED_WITHOUT, field.name());
        return ProcedureRule.named(
                ProcedureRule.named(refusal, "field", field.title()), "stated", stated.title());
    }
}
