// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.List;
import org.samband.commitment.AgendaItem;
import org.samband.commitment.LivingCommitment;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.FollowUp;
import org.samband.web.Words;

/// How the points of an agenda are said.
public record AgendaWords(Profile profile, Words words) {
    /// Most characters of a heading. Source: spec/drafting, DRAFT-08.
    private static final int LONGEST = 200;

    /// One line for each point, numbered from 1.
    public String agenda(List<AgendaItem> items) {
        var lines = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            lines.append(
                    words.of(
                            "commitment.agenda.line",
                            String.valueOf(i + 1),
                            title(items.get(i)),
                            why(items.get(i))));
            lines.append('\n');
        }
        return lines.toString();
    }

    /// What it is about, as a heading of one line.
    public String heading(AgendaItem item) {
        var line = title(item).lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }

    /// Why it is there, as a sentence of its own.
    public String because(AgendaItem item) {
        var why = why(item);
        return why.isEmpty() ? why : Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
    }

    /// What it is about.
    public String title(AgendaItem item) {
        return item.followUp()
                .map(line -> line.followUp().text())
                .or(() -> item.commitment().map(this::title))
                .or(() -> item.area().map(area -> words.in(area.name())))
                .orElse("");
    }

    private String title(LivingCommitment one) {
        var title = profile.commitments().get(one.id());
        return title == null ? new StandingWords(words).title(one) : words.in(title);
    }

    /// Which paragraph it serves and why it is there.
    public String why(AgendaItem item) {
        var key = "commitment.agenda.why." + item.reason().word();
        return item.followUp()
                .map(line ->
                        line.followUp()
                                .due()
                                .map(day ->
                                        words.of(
                                                key + ".due",
                                                owner(line.followUp()),
                                                words.day(day),
                                                line.dossier().toString()))
                                .orElseGet(() ->
                                        words.of(
                                                key,
                                                owner(line.followUp()),
                                                line.dossier().toString())))
                .or(() ->
                        item.commitment().map(one -> words.of(key, reference(one), standing(one))))
                .orElseGet(() -> words.of(key, item.paragraph()));
    }

    private String owner(FollowUp one) {
        return profile.said(new PartyCode(one.owner()), words.language());
    }

    private String reference(LivingCommitment one) {
        return new StandingWords(words).reference(one);
    }

    private String standing(LivingCommitment one) {
        return new StandingWords(words).says(one);
    }
}
