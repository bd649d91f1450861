// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.List;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.instrument.Gap;
import org.samband.instrument.Instrument;
import org.samband.instrument.InstrumentRule;
import org.samband.instrument.Item;
import org.samband.instrument.Part;
import org.samband.instrument.Party;
import org.samband.instrument.source.Source;

/// From a source to an instrument.
public final class Reading {
    private Reading() {}

    /// @param fileName named in refusals
    public static Outcome<Instrument> of(Source source, String fileName) {
        var notes = Notes.of(source.lines());
        var opening = Opening.of(Healing.of(notes.text()));
        var closing = Closing.of(opening.body());
        var parties = PartyNames.of(opening.title(), opening.body(), closing.signature());
        if (parties.size() < 2) {
            return Outcome.refused(Refusal.of(InstrumentRule.NO_PARTIES).with("file", fileName));
        }
        var walked = Outline.of(closing.body());
        var parts = Finish.of(PartKinds.of(walked.parts()));
        if (parts.stream().noneMatch(part -> binds(part, parties))) {
            return Outcome.refused(
                    Refusal.of(InstrumentRule.NO_COMMITMENTS).with("file", fileName));
        }
        var signatures = SignatureBlocks.of(closing.signature(), parties);
        var gaps = new ArrayList<Gap>(opening.gaps());
        gaps.addAll(walked.gaps());
        gaps.addAll(inside(parts));
        gaps.addAll(source.gaps());
        return Outcome.accepted(
                new Instrument(
                        opening.title(),
                        TextVersion.of(opening.title(), parts, signatures),
                        parties,
                        parts,
                        signatures,
                        notes.printed(),
                        gaps));
    }

    /// True where a part outside of the preamble binds a party by name or all together.
    private static boolean binds(Part part, List<Party> parties) {
        if (part.kind() == Part.Kind.PREAMBLE || part.kind() == Part.Kind.ANNEX) {
            return false;
        }
        var words = StructureWords.get();
        return part.paragraphs().stream()
                .filter(paragraph -> words.has("binding", paragraph.text()))
                .anyMatch(paragraph ->
                        words.has("collective", paragraph.text())
                                || parties.stream()
                                        .anyMatch(party ->
                                                PartyNames.contains(
                                                        paragraph.text(), party.name())));
    }

    private static List<Gap> inside(List<Part> parts) {
        var gaps = new ArrayList<Gap>();
        for (var part : parts) {
            for (var paragraph : part.paragraphs()) {
                if (Deletions.inside(paragraph.text()) && !Deletions.whole(paragraph.text())) {
                    gaps.add(new Gap("deleted", paragraph.reference(), paragraph.text()));
                }
                paragraph.items().forEach(item -> inside(item, gaps));
            }
        }
        return gaps;
    }

    private static void inside(Item item, List<Gap> gaps) {
        if (Deletions.inside(item.text()) && !Deletions.whole(item.text())) {
            gaps.add(new Gap("deleted", item.id(), item.text()));
        }
        item.items().forEach(nested -> inside(nested, gaps));
    }
}
