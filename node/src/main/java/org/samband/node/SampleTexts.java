// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.samband.drafting.CanonicalText;
import org.samband.drafting.JointText;
import org.samband.drafting.JointTexts;
import org.samband.drafting.Point;
import org.samband.drafting.PointId;
import org.samband.drafting.Slot;
import org.samband.drafting.TextMove;
import org.samband.drafting.Wording;
import org.samband.label.Marking;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossiers;

/// Plays the steps of the sample year that draft joint texts, through the door of the texts.
///
/// @param texts asked late, like the dossiers
record SampleTexts(
        PartnershipId partnership,
        PartyCode ours,
        Supplier<Dossiers> dossiers,
        Supplier<JointTexts> texts,
        Sights sights) {

    /// @param in the dossier in which a text is opened, else the text
    /// @param what `open`, or a move
    Acted act(Officer officer, ActRef in, String what, Marking marking, Map<String, String> typed) {
        if (what.equals("open")) {
            return open(officer, in, marking, typed);
        }
        var text = texts.get().text(sights.of(officer), partnership, in).orElseThrow();
        return switch (what) {
            case "propose" -> make(officer, in, propose(text, typed));
            case "accept" -> make(officer, in, accept(text, typed));
            case "reopen" ->
                    make(
                            officer,
                            in,
                            new TextMove.Reopen(List.of(point(typed)), of(typed, "reason")));
            case "comment" -> comment(officer, in, typed);
            case "agree" -> make(officer, in, new TextMove.Agree(CanonicalText.hash(text)));
            case "publish" -> texts.get().publish(officer, partnership, in);
            default -> throw new IllegalStateException("no move of a text: " + what);
        };
    }

    private static final Pattern SEALED = Pattern.compile("\\{sealed ([^{}]*)}");

    /// A text with the hashes of sealed texts (`{sealed readout}`) filled in.
    String filled(String line, Map<String, ActRef> seen) {
        return SEALED.matcher(line)
                .replaceAll(found -> {
                    var text = Objects.requireNonNull(seen.get(found.group(1)), line);
                    return texts.get()
                            .text(Sight.NODE, partnership, text)
                            .flatMap(JointText::seal)
                            .orElseThrow()
                            .hash();
                });
    }

    private Acted open(Officer officer, ActRef in, Marking marking, Map<String, String> typed) {
        var dossier = dossiers.get().dossier(sights.of(officer), partnership, in).orElseThrow();
        return texts.get()
                .open(
                        officer,
                        dossier,
                        new JointTexts.Typed(of(typed, "kind"), "en", of(typed, "title"), marking));
    }

    private Acted make(Officer officer, ActRef text, TextMove move) {
        return texts.get().make(officer, partnership, text, move);
    }

    private Acted comment(Officer officer, ActRef text, Map<String, String> typed) {
        var move =
                new TextMove.Comment(
                        PointId.of(typed.getOrDefault("point", "")), of(typed, "text"));
        return typed.containsKey("own")
                ? texts.get().note(officer, partnership, text, move)
                : make(officer, text, move);
    }

    /// Another wording for a point, or new ones at the end: points parted by blank lines, or items
    /// of an agenda, one a line.
    private static TextMove propose(JointText text, Map<String, String> typed) {
        var changes = new ArrayList<TextMove.Change>();
        if (typed.containsKey("point")) {
            var point = text.point(point(typed)).orElseThrow();
            var wording =
                    typed.containsKey("item")
                            ? item(of(typed, "item"), point.after())
                            : new Wording("", of(typed, "wording"), point.after());
            changes.add(
                    new TextMove.Change(
                            Optional.of(point.id()), point.upon(), Optional.of(wording)));
            return new TextMove.Propose(changes, typed.getOrDefault("remark", ""));
        }
        var last =
                text.points().isEmpty()
                        ? Optional.<PointId>empty()
                        : Optional.of(text.points().getLast().id());
        var items = typed.containsKey("items");
        for (var one : of(typed, items ? "items" : "wording").split(items ? "\n" : "\n\n+", -1)) {
            var wording = items ? item(one.strip(), last) : new Wording("", one.strip(), last);
            changes.add(new TextMove.Change(Optional.empty(), List.of(), Optional.of(wording)));
            last = Optional.of(new PointId(TextMove.SAME, changes.size()));
        }
        return new TextMove.Propose(changes, typed.getOrDefault("remark", ""));
    }

    /// Title, paragraphs, minutes, time, speaker and remarks, parted by bars.
    private static Wording item(String line, Optional<PointId> after) {
        var parts = line.split("\\|", -1);
        var slot = new Slot.Typed(parts[1], parts[2], parts[4], parts[3]).slot();
        return new Wording(parts[0].strip(), parts[5].strip(), after, slot);
    }

    /// The counterpart's wording of one point, or all that are open.
    private TextMove accept(JointText text, Map<String, String> typed) {
        var of = new HashMap<PointId, ActRef>();
        text.standing().stream()
                .filter(Point::isOpen)
                .filter(point -> named(point.id(), typed))
                .forEach(point ->
                        point.positions().entrySet().stream()
                                .filter(one ->
                                        !one.getKey().equals(ours) || typed.containsKey("confirm"))
                                .forEach(one -> of.put(point.id(), one.getValue().from())));
        return new TextMove.Accept(of, typed.containsKey("ad-referendum"));
    }

    private static boolean named(PointId point, Map<String, String> typed) {
        return typed.containsKey("point")
                ? point.equals(point(typed))
                : !point.toString().equals(typed.get("except"));
    }

    private static PointId point(Map<String, String> typed) {
        return PointId.of(of(typed, "point")).orElseThrow();
    }

    private static String of(Map<String, String> typed, String name) {
        return Objects.requireNonNull(typed.get(name), name);
    }
}
