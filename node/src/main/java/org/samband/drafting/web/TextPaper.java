// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.JointText;
import org.samband.drafting.Point;
import org.samband.paper.Block;
import org.samband.paper.Paper;
import org.samband.paper.PaperAkn;
import org.samband.web.Papers;

/// A joint text as a paper, in the copy of one party. Everything in it follows from the ledgers, so
/// that both nodes write the same copy of a sealed text with the same words. Source: spec/drafting,
/// "Alternat" and DRAFT-40.
///
/// @param names in the language of the text; their own party is the one whose copy it is
record TextPaper(JointText text, TextNames names, Paper.Frame frame) {

    /// A sealed text, which says of itself whose copy it is and when it was sealed.
    ///
    /// @param banner its marking
    /// @param circle who it is for, in the words of the paper
    static TextPaper sealed(JointText text, TextNames names, String banner, String circle) {
        var words = names.words();
        var source =
                words.of(
                        "drafting.paper.source",
                        names.party(names.own()),
                        words.moment(sealed(text)));
        return new TextPaper(text, names, Papers.frame(banner, circle, source, words));
    }

    /// The text without more: what is in brackets stands in brackets.
    Paper paper() {
        return paper(List.of());
    }

    /// @param notes checkpoints of both ledgers, on the last page
    Paper paper(List<String> notes) {
        var words = names.words();
        var copy = TextCopy.of(text, names);
        var blocks = new ArrayList<Block>();
        if (text.open() > 0) {
            blocks.add(new Block.Text(words.of("drafting.paper.brackets")));
        }
        blocks.add(new Block.Numbered(text.standing().stream().map(this::point).toList()));
        blocks.add(
                new Block.Signatures(
                        copy.signatures().stream()
                                .map(one ->
                                        new Block.Fact(
                                                one.party(),
                                                one.by().isEmpty()
                                                        ? words.of("drafting.copy.unsigned")
                                                        : one.by()))
                                .toList()));
        if (!notes.isEmpty()) {
            proof(notes, blocks);
        }
        return new Paper(
                text.opening().language(),
                copy.title(),
                words.of("drafting.kind." + text.opening().kind().word()) + " " + text.ref(),
                frame,
                Paper.Form.ROOMY,
                blocks);
    }

    private Block.Point point(Point point) {
        return point.agreed()
                .map(wording ->
                        new Block.Point(
                                point.number(),
                                names.copy(wording.heading(), text),
                                names.copy(TextNames.withSlot(wording), text)))
                .orElseGet(() -> new Block.Point(point.number(), "", names.reads(point, text)));
    }

    /// What shows anyone who has both ledger keys that both parties agreed these bytes.
    private void proof(List<String> notes, List<Block> blocks) {
        var words = names.words();
        blocks.add(new Block.NewPage());
        blocks.add(new Block.Heading(1, words.of("drafting.proof")));
        blocks.add(new Block.Text(words.of("drafting.proof.text")));
        var facts = new ArrayList<Block.Fact>();
        facts.add(new Block.Fact(words.of("drafting.proof.number"), text.ref().toString()));
        facts.add(new Block.Fact(words.of("drafting.agree.hash.full"), CanonicalText.hash(text)));
        for (var party : names.ownFirst()) {
            text.seal()
                    .map(seal -> seal.agreements().get(party))
                    .map(agreement ->
                            new Block.Fact(
                                    words.of("drafting.proof.agreed", names.party(party)),
                                    agreement.ref().toString()))
                    .ifPresent(facts::add);
        }
        blocks.add(new Block.Facts(facts));
        blocks.add(new Block.Text(words.of("drafting.proof.notes")));
        notes.forEach(note -> blocks.add(new Block.Exact(note)));
    }

    /// When the later of both agreements was made.
    private static Instant sealed(JointText text) {
        return text.seal().orElseThrow().agreements().values().stream()
                .map(JointText.Agreement::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// What its Akoma Ntoso says about itself.
    PaperAkn.About about() {
        return new PaperAkn.About(
                text.opening().kind().word(),
                names.words().dayOf(text.seal().map(_ -> sealed(text)).orElseGet(text::changed)),
                names.ownFirst().stream()
                        .map(party ->
                                CanonicalText.name(
                                        names.profile().party(party).orElseThrow(),
                                        text.opening().language()))
                        .toList());
    }
}
