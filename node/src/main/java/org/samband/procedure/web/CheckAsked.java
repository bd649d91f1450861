// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.parties.Officer;
import org.samband.procedure.Dossier;
import org.samband.procedure.Dossiers;
import org.samband.procedure.Field;
import org.samband.procedure.Link;
import org.samband.procedure.Opening;

/// A check that the partnership makes of each activity and that nobody has made of this one, as far
/// as the officer sees: whether gender equality is integrated. Source: SDP §45; spec/profile,
/// PROF-11.
///
/// @param title of the procedure by which it is made
/// @param path of the form that opens it, filled in; empty where that is not for this officer
public record CheckAsked(String title, Optional<String> path) {

    /// @param linked of the dossier
    /// @param usable what the partnership uses
    static List<CheckAsked> of(
            Dossier dossier,
            List<Link> linked,
            List<Opening> usable,
            Officer officer,
            PartyWords parties) {
        if (dossier.state().state().last()) {
            return List.of();
        }
        return usable.stream()
                .filter(one -> checks(one, dossier, parties))
                .filter(one ->
                        linked.stream()
                                .filter(link -> link.way() == Link.Way.FROM)
                                .noneMatch(link ->
                                        link.other().procedure().equals(one.procedure().id())))
                .map(one -> asked(one, dossier, officer, parties))
                .toList();
    }

    private static boolean checks(Opening one, Dossier dossier, PartyWords parties) {
        return parties.profile().procedures().get(one.procedure().id()) instanceof Map<?, ?> section
                && section.get("checks") instanceof List<?> activities
                && activities.contains(dossier.procedure().id());
    }

    private static CheckAsked asked(
            Opening one, Dossier dossier, Officer officer, PartyWords parties) {
        var named = "=" + FormParts.inQuery(dossier.title());
        var path =
                one.act()
                        .filter(act -> act.roleOf(officer).isPresent())
                        .map(act ->
                                "/open/"
                                        + one.procedure().id()
                                        + "?"
                                        + first(act.fields(), Field.Type.DOSSIER)
                                        + "="
                                        + dossier.ref()
                                        + "&"
                                        + first(act.fields(), Field.Type.TEXT)
                                        + named
                                        + "&"
                                        + Dossiers.TITLE
                                        + named);
        return new CheckAsked(parties.words().in(one.procedure().title()), path);
    }

    /// The field for the number of the activity, and the one for its name.
    private static String first(List<Field> fields, Field.Type type) {
        return fields.stream()
                .filter(field -> field.type() == type)
                .map(Field::name)
                .findFirst()
                .orElse("");
    }
}
