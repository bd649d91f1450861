// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Ceiling;
import org.samband.label.Decision;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.Ledgers;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.parties.Power;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossier;
import org.springframework.stereotype.Component;

/// The door to joint texts: opens them in a dossier, makes moves and comments in them, and shows of
/// them what an officer may see. A move, its entry and what is derived from it stand or fall in one
/// transaction.
@Component
public class JointTexts {
    /// What a public text is marked with. Source: TLP 2.0, "CLEAR".
    public static final Marking PUBLIC = Marking.parse("TLP:CLEAR");

    private final Ledgers ledgers;
    private final TextFolds folds;
    private final TextRows rows;
    private final Policies policies;
    private final Ceiling ceiling;
    private final Partnerships partnerships;
    private final Sights sights;

    JointTexts(
            Ledgers ledgers,
            TextFolds folds,
            TextRows rows,
            Policies policies,
            Ceiling ceiling,
            Partnerships partnerships,
            Sights sights) {
        this.ledgers = ledgers;
        this.folds = folds;
        this.rows = rows;
        this.policies = policies;
        this.ceiling = ceiling;
        this.partnerships = partnerships;
        this.sights = sights;
    }

    public boolean mayDraft(Officer officer) {
        return officer.may(Power.ACT);
    }

    public boolean mayAgree(Officer officer) {
        return officer.may(Power.AGREE);
    }

    /// How a text is to be opened, as typed.
    ///
    /// @param kind word of {@link TextKind}
    /// @param language of the text: `en` or `nb`
    public record Typed(String kind, String language, String title, Marking marking) {}

    /// Opens a text in a dossier that the officer sees.
    public Acted open(Officer officer, Dossier dossier, Typed typed) {
        if (!mayDraft(officer)) {
            return Acted.refused(Refusal.of(DraftingRule.NOT_FOR_DRAFTING));
        }
        var kind = TextKind.of(typed.kind());
        if (kind.isEmpty()) {
            return Acted.refused(Refusal.at(DraftingRule.KIND, "kind"));
        }
        var unfit = unfit(officer, dossier.partnership(), typed.marking());
        if (unfit.isPresent()) {
            return Acted.refused(unfit.get());
        }
        return append(
                new Draft(
                        dossier.partnership(),
                        by(officer, Power.ACT),
                        Circle.SHARED,
                        typed.marking(),
                        dossier.area(),
                        TextEntries.OPEN,
                        Optional.empty(),
                        TextEntries.opening(
                                dossier.ref(),
                                kind.get(),
                                typed.language(),
                                typed.title().strip())));
    }

    private Optional<Refusal> unfit(Officer officer, PartnershipId partnership, Marking marking) {
        if (marking.isMissing()) {
            return Optional.of(Refusal.at(DraftingRule.MARKING, "marking"));
        }
        var to = partnerships.counterpart(partnership).code().value();
        return refusal(policies.mayRead(officer.clearance(), marking))
                .or(() -> refusal(policies.mayRelease(marking, to, ceiling)));
    }

    private static Optional<Refusal> refusal(Decision decision) {
        return switch (decision) {
            case Decision.Allowed() -> Optional.empty();
            case Decision.Refused(var why) ->
                    Optional.of(new Refusal(why.rule(), "marking", why.facts()));
        };
    }

    /// Makes a move in a text.
    public Acted make(Officer officer, PartnershipId partnership, ActRef text, TextMove move) {
        return make(officer, partnership, text, power(move), _ -> move);
    }

    /// Makes a sealed readout public for our party.
    public Acted publish(Officer officer, PartnershipId partnership, ActRef text) {
        return make(
                officer,
                partnership,
                text,
                Power.AGREE,
                found ->
                        new TextMove.Publish(
                                CanonicalText.hash(found), CanonicalText.object(found)));
    }

    private Acted make(
            Officer officer,
            PartnershipId partnership,
            ActRef text,
            Power power,
            Function<JointText, TextMove> move) {
        if (!officer.may(power)) {
            return Acted.refused(
                    Refusal.of(
                            power == Power.AGREE
                                    ? DraftingRule.NOT_FOR_AGREEING
                                    : DraftingRule.NOT_FOR_DRAFTING));
        }
        return inText(
                officer,
                partnership,
                text,
                found -> append(draft(officer, power, found, move.apply(found))));
    }

    /// Every move bears the marking of the text; what is made public is for everyone.
    private static Draft draft(Officer officer, Power power, JointText text, TextMove move) {
        var published = move instanceof TextMove.Publish;
        return new Draft(
                text.opening().partnership(),
                by(officer, power),
                published ? Circle.PUBLIC : Circle.SHARED,
                published ? PUBLIC : text.marking(),
                text.opening().area(),
                TextEntries.kind(move),
                Optional.of(text.ref().toString()),
                TextEntries.content(move));
    }

    private static Power power(TextMove move) {
        return switch (move) {
            case TextMove.Propose _, TextMove.Accept _, TextMove.Reopen _, TextMove.Comment _ ->
                    Power.ACT;
            case TextMove.Agree _, TextMove.Publish _, TextMove.Copy _, TextMove.Countersign _ ->
                    Power.AGREE;
        };
    }

    /// Writes a comment that never leaves this node.
    public Acted note(
            Officer officer, PartnershipId partnership, ActRef text, TextMove.Comment comment) {
        if (!officer.may(Power.NOTE)) {
            return Acted.refused(Refusal.of(DraftingRule.NOT_FOR_DRAFTING));
        }
        return inText(
                officer,
                partnership,
                text,
                found ->
                        comment.point().filter(point -> found.point(point).isEmpty()).isPresent()
                                ? Acted.refused(
                                        Refusal.of(DraftingRule.UNKNOWN_POINT)
                                                .with("point", comment.point().get()))
                                : append(
                                        new Draft(
                                                partnership,
                                                by(officer, Power.NOTE),
                                                Circle.OWN,
                                                found.marking(),
                                                found.opening().area(),
                                                TextEntries.COMMENT,
                                                Optional.of(text.toString()),
                                                TextEntries.content(comment))));
    }

    /// The text if the officer sees it; no other move comes between until the transaction ends.
    private Acted inText(
            Officer officer,
            PartnershipId partnership,
            ActRef ref,
            Function<JointText, Acted> work) {
        var sight = sights.of(officer);
        return sights.step(
                Sight.NODE,
                () ->
                        sights.within(sight, () -> rows.lock(partnership, ref))
                                .flatMap(_ -> folds.of(partnership, ref))
                                .map(work)
                                .orElseGet(() ->
                                        Acted.refused(
                                                Refusal.of(DraftingRule.UNKNOWN_TEXT)
                                                        .with("text", ref))));
    }

    private Acted append(Draft draft) {
        return switch (ledgers.append(draft)) {
            case Outcome.Accepted<Entry>(var entry) -> new Acted.Done(TextEntries.ref(entry));
            case Outcome.Refused<Entry>(var refusal) -> Acted.refused(refusal);
        };
    }

    private static Entry.By by(Officer officer, Power power) {
        return new Entry.By(officer.authority(), officer.name(), officer.roleFor(power).word());
    }

    /// A text as an officer may see it; empty where there is none to see.
    public Optional<JointText> text(Sight sight, PartnershipId partnership, ActRef ref) {
        return line(sight, partnership, ref).isPresent()
                ? folds.of(partnership, ref)
                : Optional.empty();
    }

    /// The text as it stood for who made an entry, after it; both nodes come to the same.
    ///
    /// @param version the entry; the opening for the empty text
    public Optional<JointText> version(JointText text, ActRef version) {
        return folds.version(text, version);
    }

    /// A text that both parties made public, for anyone. Nothing else can be found so.
    ///
    /// @param hash SHA-256 of its canonical bytes
    public Optional<JointText> published(PartnershipId partnership, String hash) {
        return sights.within(Sight.NODE, () -> rows.published(partnership.value(), hash))
                .flatMap(ref -> folds.of(partnership, ref))
                .filter(text -> text.state() == JointText.State.PUBLIC);
    }

    /// What lists show of a text in sight.
    public Optional<TextLine> line(Sight sight, PartnershipId partnership, ActRef ref) {
        return sights.within(sight, () -> rows.find(partnership, ref));
    }

    /// The texts of a dossier that are in sight, the oldest first.
    public List<TextLine> of(Sight sight, PartnershipId partnership, ActRef dossier) {
        return sights.within(sight, () -> rows.of(partnership, dossier));
    }

    /// Own comments on a text that are in sight, oldest first.
    public List<OwnComment> comments(Sight sight, PartnershipId partnership, ActRef text) {
        return sights.within(sight, () -> rows.comments(partnership, text));
    }
}
