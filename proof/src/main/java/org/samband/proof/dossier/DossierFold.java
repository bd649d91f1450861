// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;

/// Puts the acts of a dossier in one order and moves it, from the bytes of the entries. Source:
/// `spec/procedure/`, section "Order".
final class DossierFold {
    private final ProcedureText procedure;
    private final Map<String, String> bound;
    private final List<String> parties;
    private final Step opening;
    private final List<Taken> taken = new ArrayList<>();
    private final TreeMap<String, List<Standing>> standing = new TreeMap<>();
    private String state;
    private Step moved;

    /// An act with its members found.
    private record Step(
            RawAct raw, Optional<ProcedureText.Act> form, Members fields, String confirms) {}

    /// An act in its place, and what it did.
    private record Taken(RawAct act, String effect) {}

    /// A value that stands, and the act that said it.
    private record Standing(Members.Slice value, RawAct by) {}

    /// @param bound code of the party by role of the procedure
    /// @param parties codes of both parties
    DossierFold(
            ProcedureText procedure,
            Map<String, String> bound,
            List<String> parties,
            RawAct opening) {
        this.procedure = procedure;
        this.bound = bound;
        this.parties = parties;
        this.opening = step(opening);
        state = procedure.initial();
        moved = this.opening;
    }

    private Step step(RawAct act) {
        var members = act.members();
        return new Step(
                act,
                Optional.ofNullable(procedure.acts().get(members.text("act"))),
                members.fields(),
                members.text("confirms"));
    }

    /// @param openers further acts of the party that opened the dossier, in order
    /// @param others acts of the other party, in order
    DossierFold all(List<RawAct> openers, List<RawAct> others) {
        take(opening);
        var first = steps(openers);
        var second = steps(others);
        while (!first.isEmpty() || !second.isEmpty()) {
            take(goesFirst(first.peek(), second.peek()) ? first.remove() : second.remove());
        }
        return this;
    }

    private Deque<Step> steps(List<RawAct> acts) {
        var steps = new ArrayDeque<Step>(acts.size());
        acts.forEach(act -> steps.add(step(act)));
        return steps;
    }

    /// PROC-41.
    private boolean goesFirst(@Nullable Step openers, @Nullable Step others) {
        if (openers == null || others == null) {
            return others == null;
        }
        if (others.raw().knew(openers.raw()) || openers.raw().knew(others.raw())) {
            return others.raw().knew(openers.raw());
        }
        var one = openers.form().filter(form -> possible(form, openers.raw()));
        var other = others.form().filter(form -> possible(form, others.raw()));
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() || other.isEmpty();
        }
        if (!one.get().moves() || !other.get().moves()) {
            return !one.get().moves();
        }
        var winner = procedure.prevails(state, one.get(), other.get()).orElse("opener");
        boolean same = one.get().name().equals(other.get().name());
        if (!same && (winner.equals(one.get().name()) || winner.equals(other.get().name()))) {
            return winner.equals(one.get().name());
        }
        return isOf(winner, openers.raw());
    }

    private boolean possible(ProcedureText.Act form, RawAct act) {
        return form.from().contains(state) && isOf(form.by(), act);
    }

    /// Whether the party of an act has a role (PROC-11).
    private boolean isOf(String role, RawAct act) {
        return switch (role) {
            case "any" -> true;
            case "opener" -> act.party() == opening.raw().party();
            case "answerer" -> act.party() != opening.raw().party();
            case "mover" -> act.party() == moved.raw().party();
            case "other" -> act.party() != moved.raw().party();
            default -> parties.get(act.party()).equals(bound.get(role));
        };
    }

    private void take(Step step) {
        var effect = effect(step);
        if (effect.equals("effective")) {
            step.form().ifPresent(form -> stand(step, form));
        }
        taken.add(new Taken(step.raw(), effect));
    }

    /// PROC-42 and 44.
    private String effect(Step step) {
        if (step.form().isEmpty()) {
            return "without effect";
        }
        var form = step.form().get();
        boolean can = possible(form, step.raw());
        boolean late = !step.raw().isSame(moved.raw()) && !step.raw().knew(moved.raw());
        if (late && (form.moves() || !can)) {
            return "crossed";
        }
        return can && isWellFormed(form, step) && confirms(form, step)
                ? "effective"
                : "without effect";
    }

    private static boolean isWellFormed(ProcedureText.Act form, Step step) {
        var said = step.fields();
        for (int i = 0; i < said.count(); i++) {
            var field = form.field(said, i);
            var value = said.value(i);
            if (field.isEmpty()
                    || !field.get()
                            .fits(value.bytes(), value.from(), value.to(), said.isMarked(i))) {
                return false;
            }
        }
        for (var field : form.fields()) {
            if (field.required() && said.get(field.name()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// PROC-31.
    private boolean confirms(ProcedureText.Act form, Step step) {
        if (form.confirms().isEmpty()) {
            return true;
        }
        var json = new Hashed();
        var separator = "{";
        for (var name : form.confirms().stream().sorted().toList()) {
            json.text(separator + CanonicalJson.text(name) + ":[");
            var between = "";
            for (var value : standing.getOrDefault(name, List.of())) {
                json.text(between);
                json.slice(value.value());
                between = ",";
            }
            json.text("]");
            separator = ",";
        }
        json.text("}");
        return json.hex().equals(step.confirms());
    }

    private void stand(Step step, ProcedureText.Act form) {
        form.clears().forEach(standing::remove);
        for (var field : form.fields()) {
            if (!field.gathers()) {
                standing.remove(field.name());
            }
            step.fields()
                    .get(field.name())
                    .ifPresent(said ->
                            standing.computeIfAbsent(field.name(), _ -> new ArrayList<>())
                                    .add(new Standing(said, step.raw())));
        }
        if (form.moves()) {
            state = form.to().orElseThrow();
            moved = step;
        }
    }

    /// What the export says of this dossier, as canonical JSON (LEDGER-26).
    byte[] line() {
        var text = new StringBuilder("{\"acts\":[");
        var between = "";
        for (var act : taken) {
            text.append(between).append("[\"").append(ref(act.act()));
            text.append("\",\"").append(act.effect()).append("\"]");
            between = ",";
        }
        text.append("],\"dossier\":\"").append(ref(opening.raw()));
        text.append("\",\"state\":").append(CanonicalJson.text(state));
        text.append(",\"values\":\"").append(values()).append("\"}");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String ref(RawAct act) {
        return parties.get(act.party()) + "-" + act.number();
    }

    /// SHA-256 of what stands: by field a list of the act and its value.
    private String values() {
        var json = new Hashed();
        var separator = "{";
        for (var field : standing.entrySet()) {
            json.text(separator + CanonicalJson.text(field.getKey()) + ":[");
            var between = "";
            for (var value : field.getValue()) {
                json.text(between + "[\"" + ref(value.by()) + "\",");
                json.slice(value.value());
                between = "],";
            }
            json.text("]]");
            separator = ",";
        }
        json.text(standing.isEmpty() ? "{}" : "}");
        return json.hex();
    }

    /// SHA-256 of a text that is put together from parts.
    private static final class Hashed {
        private final MessageDigest sha256 = Digest.begin();

        void text(String text) {
            sha256.update(text.getBytes(StandardCharsets.UTF_8));
        }

        void slice(Members.Slice value) {
            sha256.update(value.bytes(), value.from(), value.to() - value.from());
        }

        String hex() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }

    String sentence() {
        return "\"" + state + "\" after " + taken.size() + " acts";
    }
}
