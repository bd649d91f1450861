// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.procedure.ActRef;

/// Both parties at one text, without nodes: each has its own entries and those that were delivered
/// to it. The EU opened the text, by EU-1.
final class TwoDrafters {
    static final PartyCode EU = new PartyCode("EU");
    static final PartyCode NO = new PartyCode("NO");
    static final BinaryOperator<Marking> FIRST = (one, _) -> one;
    private static final Marking OPEN = Marking.parse("TLP:GREEN");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final TextOpening OPENING = opening(TextKind.READOUT);

    private final TextOpening opening;
    private final List<TextEntry> all = new ArrayList<>();

    /// How many entries of each party's ledger the other has; the opening is known to both.
    private long euSeen = 1;

    private long noSeen;
    private long eu = 1;
    private long no;

    TwoDrafters() {
        this(OPENING);
    }

    TwoDrafters(TextOpening opening) {
        this.opening = opening;
    }

    static TextOpening opening(TextKind kind) {
        return new TextOpening(
                new PartnershipId("eu-norway"),
                new ActRef(EU, 1),
                new ActRef(EU, 1),
                kind,
                "en",
                "EXERCISE readout",
                "",
                OPEN,
                NOON,
                by());
    }

    private static Entry.By by() {
        return new Entry.By("MFA", "EXERCISE officer", "desk officer");
    }

    /// What a party would write as its next entry.
    TextEntry next(PartyCode party, TextMove move) {
        var ours = party.equals(EU);
        var number = ours ? eu + 1 : no + 1;
        return new TextEntry(
                new ActRef(party, number), ours ? noSeen : euSeen, NOON, by(), OPEN, move);
    }

    Optional<Refusal> whyNot(PartyCode party, TextMove move) {
        return whyNot(next(party, move), all);
    }

    Optional<Refusal> whyNot(TextEntry entry, List<TextEntry> held) {
        return new TextJudge(TextFold.of(opening, TextOrder.before(entry, held), FIRST), entry)
                .whyNot();
    }

    /// Makes a move that must be allowed.
    ActRef make(PartyCode party, TextMove move) {
        var entry = next(party, move);
        whyNot(entry, all)
                .ifPresent(why -> {
                    throw new AssertionError(why.rule().id() + ": " + why.sentence());
                });
        all.add(entry);
        if (party.equals(EU)) {
            eu++;
        } else {
            no++;
        }
        return entry.ref();
    }

    void toNorway() {
        euSeen = eu;
    }

    void toTheEu() {
        noSeen = no;
    }

    void bothWays() {
        toNorway();
        toTheEu();
    }

    /// What a party's node holds.
    List<TextEntry> held(PartyCode party) {
        return all.stream()
                .filter(entry ->
                        entry.party().equals(party)
                                || entry.ref().number()
                                        <= (entry.party().equals(EU) ? euSeen : noSeen))
                .toList();
    }

    JointText text(PartyCode party) {
        var held = new ArrayList<>(held(party));
        Collections.reverse(held); // The order of arrival decides nothing.
        return TextFold.of(opening, held, FIRST);
    }

    List<TextEntry> all() {
        return List.copyOf(all);
    }

    static Wording says(String words) {
        return new Wording("", words, Optional.empty());
    }

    static TextMove fresh(Wording wording) {
        return propose(new TextMove.Change(Optional.empty(), List.of(), Optional.of(wording)));
    }

    static TextMove propose(TextMove.Change... changes) {
        return new TextMove.Propose(List.of(changes), "");
    }

    /// Another wording for a point, made upon what the party sees there.
    TextMove instead(PartyCode party, PointId point, Wording wording) {
        var upon = text(party).point(point).orElseThrow().upon();
        return propose(new TextMove.Change(Optional.of(point), upon, Optional.of(wording)));
    }

    TextMove remove(PartyCode party, PointId point) {
        var upon = text(party).point(point).orElseThrow().upon();
        return propose(new TextMove.Change(Optional.of(point), upon, Optional.empty()));
    }

    static TextMove accept(PointId point, ActRef of) {
        return new TextMove.Accept(Map.of(point, of), false);
    }

    static TextMove adReferendum(PointId point, ActRef of) {
        return new TextMove.Accept(Map.of(point, of), true);
    }

    static TextMove reopen(PointId point) {
        return new TextMove.Reopen(List.of(point), "EXERCISE reason");
    }

    TextMove agree(PartyCode party) {
        return new TextMove.Agree(CanonicalText.hash(text(party)));
    }

    static PointId point(ActRef entry) {
        return new PointId(entry, 1);
    }
}
