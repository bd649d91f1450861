// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.samband.label.Marking;
import org.samband.parties.PartyCode;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;

/// What stands in other tables beside a dossier: all that follows from its acts and is found
/// without it. Most acts change nothing of it.
///
/// @param row of the dossier, whose area, label and title stand in each of them
/// @param marking of which the label is the id in this node
/// @param days that it names, in their order
record DossierDerived(
        DossierRows.Row row,
        Marking marking,
        List<Evidence> evidence,
        List<Served> followUps,
        List<Coming> days,
        List<Link.Said> said,
        List<Link.Proposed> proposed) {

    /// A follow-up and the area that it serves.
    record Served(FollowUp followUp, String area) {}

    /// @param shown the state without what the counterpart has taken back
    /// @param parties of the partnership
    /// @param serves the area that a follow-up serves
    static DossierDerived of(
            DossierRows.Row row,
            DossierFolds.Folded folded,
            DossierState shown,
            List<Coming> days,
            List<PartyCode> parties,
            Function<FollowUp, String> serves) {
        return new DossierDerived(
                row,
                folded.marking(),
                Evidence.of(
                        folded.opening().ledger().partnership(),
                        row.ref(),
                        row.title(),
                        folded.state(),
                        folded.binding()),
                shown.followUps().stream().map(one -> new Served(one, serves.apply(one))).toList(),
                days,
                Link.said(shown),
                Link.proposed(shown, parties));
    }

    /// The same for the same rows, on every node, and another one for others: SHA-256 over their
    /// canonical form.
    String digest() {
        var all = new ArrayList<List<?>>();
        all.add(texts(row.area(), marking, row.procedure(), row.title()));
        evidence.forEach(one ->
                all.add(texts("evidence", one.act(), one.commitment(), one.type(), one.on())));
        followUps.forEach(one -> {
            var said = one.followUp();
            all.add(
                    texts(
                            "follow-up",
                            said.id(),
                            said.owner(),
                            said.authority().orElse(""),
                            said.text(),
                            said.paragraph().map(String::valueOf).orElse(""),
                            one.area(),
                            said.due().map(Object::toString).orElse(""),
                            said.agreed(),
                            said.settled()));
            said.reports().forEach(report -> all.add(texts("report", report.toText())));
        });
        days.forEach(one ->
                all.add(
                        texts(
                                "day",
                                one.on(),
                                one.kind(),
                                one.party(),
                                one.text(),
                                one.moment().map(Object::toString).orElse(""),
                                one.origin(),
                                one.source())));
        said.forEach(
                one -> all.add(texts("link", one.act(), one.field(), one.kind(), one.other())));
        proposed.forEach(one ->
                all.add(
                        texts(
                                "proposal",
                                one.act(),
                                one.opens(),
                                one.party(),
                                one.by(),
                                one.at())));
        return Digest.sha256(CanonicalJson.bytes(all)).hex();
    }

    private static List<String> texts(Object... members) {
        return List.of(members).stream().map(String::valueOf).toList();
    }
}
