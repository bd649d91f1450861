// SPDX-License-Identifier: EUPL-1.2
package org.samband.brief;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.commitment.LivingCommitment;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;
import org.samband.procedure.Dossier;
import org.samband.procedure.Evidence;
import org.samband.procedure.FollowUp;

/// What a head of delegation takes into a meeting: about each area on the agenda where we stand,
/// what the other party said last, what we mean to say, and the facts. Own circle: it is made when
/// it is asked for and never leaves the node. Source: design section 3, circles; SDP paragraph 11.
///
/// @param meeting in whose dossier the agenda stands
/// @param lines what we mean to say of the meeting as a whole: own notes of its dossier
/// @param marking of everything in it
public record Brief(
        Dossier meeting,
        Optional<LocalDate> day,
        Optional<String> agenda,
        List<Dossier.Note> lines,
        List<Topic> topics,
        Marking marking) {
    public Brief {
        lines = List.copyOf(lines);
        topics = List.copyOf(topics);
    }

    /// One area on the agenda.
    ///
    /// @param area short name; empty for what has none
    /// @param commitments in the order of the text
    /// @param facts latest first
    /// @param said by the other party in open matters, latest first
    /// @param followUps open ones of those matters
    /// @param lines what we mean to say: own notes of those matters, latest first
    public record Topic(
            String area,
            List<LivingCommitment> commitments,
            List<Evidence> facts,
            List<LastWord> said,
            List<FollowUp> followUps,
            List<Line> lines) {
        public Topic {
            commitments = List.copyOf(commitments);
            facts = List.copyOf(facts);
            said = List.copyOf(said);
            followUps = List.copyOf(followUps);
            lines = List.copyOf(lines);
        }
    }

    /// The latest act of a party in a matter that is open.
    ///
    /// @param did what it did: "proposed dates"
    /// @param words what it wrote, shortened; empty if it wrote nothing
    public record LastWord(
            ActRef dossier,
            ActRef act,
            String title,
            PartyCode by,
            LocalDate on,
            Bilingual did,
            String words) {}

    /// An own note of a matter.
    public record Line(ActRef dossier, String title, Dossier.Note note) {}
}
