// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.procedure.FollowUp;
import org.samband.procedure.FollowUpLine;

/// A follow-up as pages show it: who, which paragraph and area, by when, what was said since, and
/// what can be said now.
///
/// @param who party and authority
/// @param paragraph with its area; empty where none was named
/// @param asked who wants it dropped and waits for the other; empty for nobody
/// @param ways what our party can say about it now
public record FollowUpView(
        FollowUpLine line,
        String who,
        String paragraph,
        String asked,
        boolean past,
        List<Way> ways) {

    /// @param title of the link
    /// @param path below that of the partnership
    public record Way(String title, String path) {}

    public FollowUpView {
        ways = List.copyOf(ways);
    }

    public FollowUp followUp() {
        return line.followUp();
    }

    /// The first and the last report, once if they are the same.
    public List<FollowUp.Report> reports() {
        var all = line.followUp().reports();
        return all.size() < 2 ? all : List.of(all.getFirst(), all.getLast());
    }

    static FollowUpView of(
            FollowUpLine line,
            Optional<String> area,
            PartyWords parties,
            boolean mayAct,
            LocalDate today) {
        var one = line.followUp();
        var words = parties.words();
        return new FollowUpView(
                line,
                parties.who(one.owner(), one.authority()),
                one.paragraph()
                        .map(number ->
                                area.map(name ->
                                                words.of(
                                                        "procedure.follow-up.paragraph-area",
                                                        number,
                                                        name))
                                        .orElse(number))
                        .orElse(""),
                one.dropAsked() ? parties.party(one.dropping().iterator().next()) : "",
                one.open() && one.due().filter(today::isAfter).isPresent(),
                mayAct ? ways(line, parties) : List.of());
    }

    private static List<Way> ways(FollowUpLine line, PartyWords parties) {
        var one = line.followUp();
        return line.ways().stream()
                .filter(way ->
                        way.step() != FollowUp.Step.DROP || !one.dropping().contains(parties.own()))
                .map(way ->
                        new Way(
                                parties.words()
                                        .of(
                                                way.step() == FollowUp.Step.DROP && one.dropAsked()
                                                        ? "procedure.follow-up.way.agree-drop"
                                                        : "procedure.follow-up.way."
                                                                + way.step().word()),
                                way.path()))
                .toList();
    }
}
