// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.samband.parties.Area;
import org.samband.procedure.Opening;
import org.samband.web.Words;

/// What can be opened in one area, for the page that chooses the kind of matter.
///
/// @param area short name; empty for what serves several areas
public record OpeningGroup(String area, String title, List<Opening> openings) {

    public OpeningGroup {
        openings = List.copyOf(openings);
    }

    /// In the order of the areas; what serves several areas comes first.
    ///
    /// @param q words that title, summary or sources must hold, all of them; empty for all
    static List<OpeningGroup> of(List<Opening> openings, String q, PartyWords parties) {
        var words = parties.words();
        var wanted =
                Arrays.stream(q.strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList();
        var found =
                openings.stream()
                        .filter(one -> wanted.stream().allMatch(said(one, parties)::contains))
                        .sorted(Comparator.comparing(one -> words.in(one.procedure().title())))
                        .toList();
        var groups = new ArrayList<OpeningGroup>();
        add(groups, "", words.of("procedure.open.several"), found);
        parties.profile().areas().stream()
                .map(Area::shortName)
                .forEach(area -> add(groups, area, parties.area(area), found));
        return groups;
    }

    private static void add(
            List<OpeningGroup> groups, String area, String title, List<Opening> found) {
        var own = found.stream().filter(one -> one.area().equals(area)).toList();
        if (!own.isEmpty()) {
            groups.add(new OpeningGroup(area, title, own));
        }
    }

    /// Also the area and what a dossier can serve are found: "space" finds the Dialogue.
    private static String said(Opening one, PartyWords parties) {
        Words words = parties.words();
        var procedure = one.procedure();
        return Stream.concat(
                        Stream.of(
                                words.in(procedure.title()),
                                words.in(procedure.summary()),
                                one.area().isEmpty() ? "" : parties.area(one.area())),
                        parties.subjects(procedure.id()).stream().map(choice -> choice.label()))
                .reduce("", (all, next) -> all + " " + next)
                .toLowerCase(Locale.ROOT);
    }
}
