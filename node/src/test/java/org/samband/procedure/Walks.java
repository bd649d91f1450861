// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Circle;
import org.samband.attachment.Attachment;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.parties.Authority;
import org.samband.parties.Bilingual;
import org.samband.parties.Party;
import org.samband.parties.PartyCode;
import org.samband.proof.Digest;

/// Dossiers of EXERCISE parties for the tests of the language.
final class Walks {
    static final PartyCode EU = new PartyCode("EU");
    static final PartyCode NO = new PartyCode("NO");
    static final ActRef DOSSIER = new ActRef(EU, 1);
    static final List<Party> PARTIES = List.of(party(EU, "EU"), party(NO, "Norway"));

    /// The commitment that every dossier of a walk names.
    static final String SUBJECT = "p1.s1";

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

    private Walks() {}

    private static Party party(PartyCode code, String name) {
        return new Party(
                code,
                name,
                new Bilingual(name, name),
                ZoneId.of("Europe/Oslo"),
                Marking.parse("TLP:CLEAR"),
                List.of(new Authority("MOD", new Bilingual("Ministry", "Departementet"))));
    }

    static DossierState fold(Procedure procedure, List<DossierAct> acts) {
        var opening =
                acts.stream().filter(act -> act.ref().number() == 1 && act.seen() == 0).findFirst();
        return Fold.of(procedure, roles(procedure), opening.orElseThrow().ref(), acts)
                .orElseThrow();
    }

    /// The role of the first act that opens goes to the EU, so that the EU can open.
    static Map<String, PartyCode> roles(Procedure procedure) {
        var bound = new LinkedHashMap<String, PartyCode>();
        var first = procedure.openings().getFirst().by();
        procedure.roles().keySet().stream()
                .sorted(Comparator.comparing(role -> !role.equals(first)))
                .forEach(role -> bound.put(role, bound.isEmpty() ? EU : NO));
        return bound;
    }

    static DossierAct act(
            Procedure procedure,
            String act,
            PartyCode party,
            long number,
            long seen,
            Map<String, Object> fields) {
        return new DossierAct(
                new ActRef(party, number),
                seen,
                START.plusSeconds(number * 60 + seen),
                new Entry.By("EXERCISE", "A. Officer", "desk officer"),
                Circle.SHARED,
                Marking.parse("TLP:CLEAR"),
                act,
                fields,
                Optional.empty());
    }

    static DossierAct confirming(DossierAct act, String digest) {
        return new DossierAct(
                act.ref(),
                act.seen(),
                act.at(),
                act.by(),
                act.circle(),
                act.marking(),
                act.act(),
                act.fields(),
                Optional.of(digest));
    }

    /// One valid value for each field of an act.
    static Map<String, Object> valid(Procedure procedure, String act) {
        return valid(procedure, act, "x", Optional.empty());
    }

    static Map<String, Object> valid(
            Procedure procedure, String act, String word, Optional<DossierState> standing) {
        var fields = new LinkedHashMap<String, Object>();
        for (var field : procedure.act(act).orElseThrow().fields()) {
            fields.put(field.name(), value(field, word, standing));
        }
        return fields;
    }

    private static Object value(Field field, String word, Optional<DossierState> standing) {
        return switch (field.type()) {
            case TEXT, MULTILINE, REFERENCE -> "EXERCISE " + word;
            case DATE -> "2027-06-01";
            case MOMENT -> "2027-06-01T14:30:00Z";
            case DATES -> List.of("2027-06-01", "2027-06-02");
            case CHOICE -> field.choices().getFirst().value();
            case NUMBER, ORDINAL -> 3L;
            case YEAR -> 2026L;
            case FOLLOW_UPS -> List.of(Map.of("owner", "NO", "text", "EXERCISE " + word));
            case FOLLOW_UP ->
                    standing.stream()
                            .flatMap(state -> state.followUps().stream())
                            .filter(FollowUp::open)
                            .map(FollowUp::id)
                            .findFirst()
                            .orElse("EU-1.1");
            case DOSSIER -> "NO-1";
            case HASH -> "a".repeat(64);
            case ATTACHMENTS ->
                    List.of(
                            new Attachment(Digest.sha256(), 1, "EXERCISE " + word, "text/plain")
                                    .reference());
            case MONEY -> Map.of("amount", "1000.50", "currency", "NOK");
            case COMMITMENTS -> List.of(SUBJECT);
        };
    }

    /// A party's next act with all it needs, as its node would make it.
    static DossierAct next(
            Procedure procedure,
            DossierState standing,
            ActForm form,
            PartyCode party,
            long number,
            long seen,
            String word) {
        var act =
                act(
                        procedure,
                        form.name(),
                        party,
                        number,
                        seen,
                        valid(procedure, form.name(), word, Optional.of(standing)));
        return form.confirms().isEmpty() ? act : confirming(act, standing.digest(form));
    }

    static DossierAct opening(Procedure procedure) {
        return opening(procedure, procedure.openings().getFirst());
    }

    /// By the EU where it may.
    private static DossierAct opening(Procedure procedure, ActForm form) {
        var party = new Roles(roles(procedure), EU, EU).includes(form.by(), EU) ? EU : NO;
        return act(procedure, form.name(), party, 1, 0, valid(procedure, form.name()));
    }

    /// For each act of a procedure a dossier that ends with it.
    static Map<String, DossierState> coveringAllActs(Procedure procedure) {
        var found = new LinkedHashMap<String, DossierState>();
        all(procedure).forEach(walk -> found.putIfAbsent(walk.acts().getLast().act().act(), walk));
        return found;
    }

    /// Dossiers of a procedure, short ones first: one for each last act and each place in which
    /// further acts can be possible.
    static List<DossierState> all(Procedure procedure) {
        var found = new ArrayList<DossierState>();
        var next = new ArrayDeque<List<DossierAct>>();
        var seen = new HashSet<String>();
        procedure.openings().forEach(form -> next.add(List.of(opening(procedure, form))));
        while (!next.isEmpty()) {
            var acts = next.poll();
            var state = fold(procedure, acts);
            if (seen.add(acts.getLast().act() + " after " + place(state))) {
                found.add(state);
            }
            if (!seen.add(place(state))) {
                continue;
            }
            for (var party : List.of(EU, NO)) {
                for (var form : state.possible(party)) {
                    var longer = new ArrayList<>(acts);
                    longer.add(
                            next(
                                    procedure,
                                    state,
                                    form,
                                    party,
                                    number(acts, party),
                                    seen(acts, party),
                                    "w"));
                    next.add(longer);
                }
            }
        }
        return found;
    }

    /// What decides which acts are possible: dossiers that are alike in it need one walk only.
    private static String place(DossierState state) {
        return state.state().name()
                + " "
                + state.opener()
                + " "
                + state.mover()
                + " "
                + state.followUps().stream().anyMatch(FollowUp::open)
                + " "
                + state.followUps().stream().anyMatch(FollowUp::dropAsked)
                + " "
                + state.subjects();
    }

    static long number(List<DossierAct> acts, PartyCode party) {
        return 1 + acts.stream().filter(act -> act.ref().party().equals(party)).count();
    }

    static long seen(List<DossierAct> acts, PartyCode party) {
        return acts.stream().filter(act -> !act.ref().party().equals(party)).count();
    }

    /// What the last act of a walk does if what it must say is left out; of an act that must say
    /// nothing, if it is made once more by the party whose act it is not, or in a state that has it
    /// not.
    static Effect withAMissingField(DossierState walk, ActForm form) {
        var acts = new ArrayList<>(walk.acts().stream().map(DossierState.Folded::act).toList());
        var last = acts.removeLast();
        var empty = form.fields().stream().anyMatch(Field::required);
        var again =
                new DossierAct(
                        last.ref(),
                        last.seen(),
                        last.at(),
                        last.by(),
                        last.circle(),
                        last.marking(),
                        last.act(),
                        empty ? Map.of() : Map.of("no-such-field", "x"),
                        last.confirms());
        acts.add(again);
        return fold(walk.procedure(), acts).acts().getLast().effect();
    }
}
