// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;

/// A follow-up with the dossier in which it was said.
///
/// @param procedure title of the dossier's procedure
/// @param area of the dossier
/// @param ways acts of that procedure that say something about it
/// @param marking of the dossier
public record FollowUpLine(
        ActRef dossier,
        String title,
        Bilingual procedure,
        String area,
        FollowUp followUp,
        List<Way> ways,
        Marking marking) {

    public FollowUpLine {
        ways = List.copyOf(ways);
    }

    /// One of a dossier that is at hand.
    public static FollowUpLine of(Dossier dossier, FollowUp followUp) {
        return new FollowUpLine(
                dossier.ref(),
                dossier.title(),
                dossier.procedure().title(),
                dossier.area(),
                followUp,
                Way.of(dossier.procedure(), dossier.ref(), followUp),
                dossier.marking());
    }

    /// An act that says something about a follow-up.
    ///
    /// @param title of the act
    /// @param path of its form below that of the partnership, with the follow-up filled in
    public record Way(FollowUp.Step step, Bilingual title, String path) {

        static List<Way> of(Procedure procedure, ActRef dossier, FollowUp followUp) {
            return procedure.acts().stream()
                    .flatMap(act ->
                            act.fields().stream()
                                    .filter(field -> field.isAbout(followUp))
                                    .map(field -> way(act, field, dossier, followUp)))
                    .toList();
        }

        private static Way way(ActForm act, Field field, ActRef dossier, FollowUp followUp) {
            return new Way(
                    field.says(),
                    act.title(),
                    "/dossier/"
                            + dossier
                            + "/act/"
                            + act.name()
                            + "?"
                            + field.name()
                            + "="
                            + followUp.id());
        }
    }
}
