// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.CopyProofs;
import org.samband.drafting.DraftingRule;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.SignedCopy;
import org.samband.drafting.TextMove;
import org.samband.federation.NodeSignatures;
import org.samband.label.Policies;
import org.samband.paper.PaperPdf;
import org.samband.paper.PdfSignatures;
import org.samband.parties.Officer;
import org.samband.parties.Partnerships;
import org.samband.parties.PartyCode;
import org.samband.procedure.Acted;
import org.samband.web.NotFound;
import org.springframework.stereotype.Component;

/// Makes the copies of a sealed text that both nodes sign: each party its own, which the other one
/// signs once it has written the same copy itself and found the same bytes. Source: spec/drafting,
/// DRAFT-40 to DRAFT-42.
@Component
class SignedCopies {
    private final JointTexts texts;
    private final CopyProofs proofs;
    private final TextParts parts;
    private final Attachments attachments;
    private final NodeSignatures signatures;
    private final Policies policies;
    private final Partnerships partnerships;
    private final InstantSource clock;

    SignedCopies(
            JointTexts texts,
            CopyProofs proofs,
            TextParts parts,
            Attachments attachments,
            NodeSignatures signatures,
            Policies policies,
            Partnerships partnerships,
            InstantSource clock) {
        this.texts = texts;
        this.proofs = proofs;
        this.parts = parts;
        this.attachments = attachments;
        this.signatures = signatures;
        this.policies = policies;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    /// Sends our own copy with our node's signature.
    Acted make(Officer officer, JointText text) {
        var own = partnerships.own();
        if (!texts.mayAgree(officer)) {
            return Acted.refused(Refusal.of(DraftingRule.NOT_FOR_AGREEING));
        }
        if (text.seal().isEmpty()) {
            return Acted.refused(Refusal.of(DraftingRule.NOT_SEALED_YET));
        }
        if (Optional.ofNullable(text.copies().get(own)).flatMap(SignedCopy::both).isPresent()) {
            return Acted.refused(Refusal.of(DraftingRule.COPY_SIGNED));
        }
        var notes = proofs.notes(text);
        if (notes.isEmpty()) {
            return Acted.refused(Refusal.of(DraftingRule.NOT_RECEIPTED));
        }
        var signed =
                PdfSignatures.add(
                        pdf(text, own, notes), seal(text, own, clock.instant()), signatures::of);
        return send(
                officer,
                text,
                own,
                signed,
                file -> new TextMove.Copy(CanonicalText.hash(text), notes, file));
    }

    /// Sends the counterpart's copy back with our node's signature behind its own.
    Acted countersign(Officer officer, JointText text) {
        var theirs = partnerships.counterpart(text.opening().partnership()).code();
        var copy = Optional.ofNullable(text.copies().get(theirs));
        if (!texts.mayAgree(officer)) {
            return Acted.refused(Refusal.of(DraftingRule.NOT_FOR_AGREEING));
        }
        if (copy.isEmpty()) {
            return Acted.refused(Refusal.of(DraftingRule.NO_COPY).with("copy", theirs));
        }
        if (copy.get().both().isPresent()) {
            return Acted.refused(Refusal.of(DraftingRule.COPY_SIGNED));
        }
        var bytes = bytes(text, copy.get().file());
        return whyNot(text, theirs, copy.get().notes(), bytes)
                .map(Acted::refused)
                .orElseGet(() ->
                        send(
                                officer,
                                text,
                                theirs,
                                PdfSignatures.add(
                                        bytes,
                                        seal(text, partnerships.own(), clock.instant()),
                                        signatures::of),
                                file -> new TextMove.Countersign(copy.get().ref(), file)));
    }

    /// Why our node does not sign a copy of the counterpart's.
    Optional<Refusal> whyNot(JointText text, PartyCode of, List<String> notes, byte[] copy) {
        var found = PdfSignatures.of(copy).orElse(List.of());
        if (found.size() != 1 || !found.getFirst().whole()) {
            return Optional.of(Refusal.of(DraftingRule.COPY_UNSIGNED));
        }
        var one = found.getFirst();
        if (!signatures.isCounterparts(
                text.opening().partnership(), one.signature(), one.content())) {
            return Optional.of(Refusal.of(DraftingRule.COPY_OTHER_KEY));
        }
        // Whatever a file could hide: it is ours to the last byte, but for who signed and when.
        var ours =
                PdfSignatures.add(
                        pdf(text, of, notes),
                        seal(text, of, one.seal().at()),
                        _ -> one.signature());
        return Arrays.equals(ours, copy) && proofs.isOurs(text, notes.getLast())
                ? Optional.empty()
                : Optional.of(Refusal.of(DraftingRule.COPY_OTHER_BYTES));
    }

    /// The copy of a party, with as many signatures as there are.
    byte[] file(JointText text, PartyCode of) {
        return Optional.ofNullable(text.copies().get(of))
                .map(copy -> bytes(text, copy.newest()))
                .orElseThrow(NotFound::new);
    }

    private byte[] bytes(JointText text, Attachment file) {
        if (file.length() > PdfSignatures.LARGEST) {
            return new byte[0];
        }
        try {
            return Files.readAllBytes(
                    attachments
                            .find(text.opening().partnership(), file)
                            .orElseThrow(NotFound::new));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Acted send(
            Officer officer,
            JointText text,
            PartyCode of,
            byte[] pdf,
            Function<Attachment, TextMove> move) {
        var partnership = text.opening().partnership();
        return switch (attachments.keep(
                officer,
                partnership,
                new ByteArrayInputStream(pdf),
                text.ref() + "-" + of + ".pdf",
                "application/pdf")) {
            case Outcome.Accepted(var file) ->
                    texts.make(officer, partnership, text.ref(), move.apply(file));
            case Outcome.Refused<Attachment>(var refusal) -> Acted.refused(refusal);
        };
    }

    private byte[] pdf(JointText text, PartyCode of, List<String> notes) {
        var profile = partnerships.profile(text.opening().partnership()).orElseThrow(NotFound::new);
        var names = parts.namesOf(text, profile, of);
        var words = names.words();
        var banner = policies.banner(text.marking(), words.language()).text();
        var circle = words.of("paper.circle.shared");
        return PaperPdf.of(TextPaper.sealed(text, names, banner, circle).paper(notes));
    }

    private PdfSignatures.Seal seal(JointText text, PartyCode by, Instant at) {
        var party =
                partnerships
                        .profile(text.opening().partnership())
                        .flatMap(profile -> profile.party(by))
                        .orElseThrow();
        return new PdfSignatures.Seal(
                CanonicalText.name(party, text.opening().language()),
                "SHA-256 " + CanonicalText.hash(text),
                at);
    }
}
