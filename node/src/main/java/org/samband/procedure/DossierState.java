// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.parties.Bilingual;
import org.samband.parties.PartyCode;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;

/// Where a dossier stands: a pure function of its entries. Both nodes come to the same one as soon
/// as each has all entries. Source: design section 3, "Order".
///
/// @param acts all acts in the order in which they are read
/// @param values what stands, by name of the field
/// @param mover party of the last act that moved the dossier
/// @param moved that act
public record DossierState(
        Procedure procedure,
        State state,
        List<Folded> acts,
        Map<String, List<Value>> values,
        PartyCode opener,
        PartyCode mover,
        ActRef moved,
        Map<String, PartyCode> roles,
        List<FollowUp> followUps) {

    /// An act and what it did.
    ///
    /// @param state name of the state after it
    public record Folded(DossierAct act, Effect effect, String state) {
        public boolean effective() {
            return effect instanceof Effect.Effective;
        }
    }

    /// A value that stands.
    ///
    /// @param by the act that said it
    public record Value(Object value, ActRef by) {}

    public DossierState {
        acts = List.copyOf(acts);
        values = Map.copyOf(values);
        roles = Map.copyOf(roles);
        followUps = List.copyOf(followUps);
    }

    /// The same without what these acts said. How they moved the dossier stays.
    public DossierState without(Set<ActRef> taken) {
        if (taken.isEmpty()) {
            return this;
        }
        var standing = new TreeMap<String, List<Value>>();
        values.forEach((name, all) ->
                standing.put(name, all.stream().filter(one -> !taken.contains(one.by())).toList()));
        return new DossierState(
                procedure,
                state,
                acts.stream()
                        .map(one ->
                                taken.contains(one.act().ref())
                                        ? new Folded(
                                                one.act().withoutContent(),
                                                one.effect(),
                                                one.state())
                                        : one)
                        .toList(),
                standing,
                opener,
                mover,
                moved,
                roles,
                followUps.stream()
                        .map(one -> one.isOf(taken) ? one.withoutContent() : one)
                        .toList());
    }

    /// Its number: that of the act that opened it.
    ActRef dossier() {
        return acts.getFirst().act().ref();
    }

    /// The dossiers that its acts name.
    Set<ActRef> named() {
        return acts.stream()
                .flatMap(one ->
                        procedure.act(one.act().act()).stream()
                                .flatMap(form -> form.fields().stream())
                                .filter(field -> field.type() == Field.Type.DOSSIER)
                                .flatMap(field ->
                                        Stream.ofNullable(one.act().fields().get(field.name()))))
                .flatMap(value -> ActRef.of(String.valueOf(value)).stream())
                .collect(Collectors.toSet());
    }

    /// The same without the numbers of dossiers other than these: as if nobody had named one.
    public DossierState naming(Set<ActRef> seen) {
        if (seen.containsAll(named())) {
            return this;
        }
        var hidden = new HashSet<String>();
        procedure.acts().stream()
                .flatMap(act -> act.fields().stream())
                .filter(field -> field.type() == Field.Type.DOSSIER)
                .forEach(field -> hidden.add(field.name()));
        var standing = new TreeMap<>(values);
        standing.replaceAll((name, all) ->
                hidden.contains(name)
                        ? all.stream().filter(one -> isIn(seen, one.value())).toList()
                        : all);
        return new DossierState(
                procedure,
                state,
                acts.stream()
                        .map(one ->
                                new Folded(
                                        one.act()
                                                .keeping((name, value) ->
                                                        !hidden.contains(name)
                                                                || isIn(seen, value)),
                                        one.effect(),
                                        one.state()))
                        .toList(),
                standing,
                opener,
                mover,
                moved,
                roles,
                followUps);
    }

    private static boolean isIn(Set<ActRef> seen, Object value) {
        return ActRef.of(String.valueOf(value)).filter(seen::contains).isPresent();
    }

    /// The latest act, by its time; of several at one moment the one that is read last.
    DossierAct latest() {
        return acts.stream()
                .map(Folded::act)
                .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next)
                .orElseThrow();
    }

    /// Grows with each act; an officer's form says which one it was made for.
    public int version() {
        return acts.size();
    }

    Roles who() {
        return new Roles(roles, opener, mover);
    }

    /// Acts that a party can take now.
    public List<ActForm> possible(PartyCode party) {
        return procedure.actsFrom(state.name()).stream()
                .filter(act -> who().includes(act.by(), party))
                .filter(this::hasObject)
                .toList();
    }

    /// An act about a follow-up needs one that it can be about.
    private boolean hasObject(ActForm act) {
        return act.fields().stream()
                .filter(field -> field.type() == Field.Type.FOLLOW_UP && field.required())
                .allMatch(field -> followUps.stream().anyMatch(field::isAbout));
    }

    /// Whether an act would end the dossier while a follow-up stands open in it.
    boolean leavesOpen(ActForm act) {
        return act.to().flatMap(procedure::state).filter(State::last).isPresent()
                && followUps.stream().anyMatch(FollowUp::open);
    }

    /// The parties whose turn it is.
    public List<PartyCode> turn(Collection<PartyCode> parties) {
        return state.turn().stream()
                .flatMap(role -> parties.stream().filter(one -> who().includes(role, one)))
                .toList();
    }

    /// Until when an answer is wanted in the present state.
    public Optional<LocalDate> answerBy() {
        return state.answer()
                .flatMap(this::value)
                .flatMap(day -> FieldForm.date(String.valueOf(day)));
    }

    /// The clock that runs in the present state; empty where none is declared or asked for.
    ///
    /// @param zones in which a party's days are counted
    public Optional<Deadline> clock(Map<PartyCode, ZoneId> zones) {
        return state.clock()
                .filter(clock ->
                        clock.wanted()
                                .map(name ->
                                        value(name).filter(AnswerClock.WANTED::equals).isPresent())
                                .orElse(true))
                .flatMap(clock ->
                        begun(clock)
                                .map(act ->
                                        clock.deadline(
                                                act.at(),
                                                zones.getOrDefault(
                                                        act.ref().party(), ZoneOffset.UTC))));
    }

    private Optional<DossierAct> begun(AnswerClock clock) {
        return acts.stream()
                .filter(Folded::effective)
                .map(Folded::act)
                .filter(act ->
                        clock.from()
                                .map(act.act()::equals)
                                .orElseGet(() -> act.ref().equals(moved)))
                .reduce((_, latest) -> latest);
    }

    /// The only or latest value of a field.
    public Optional<Object> value(String field) {
        var standing = values.getOrDefault(field, List.of());
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.getLast().value());
    }

    /// Dates that stand in a field of dates.
    public List<String> dates(String field) {
        return value(field)
                .map(value ->
                        value instanceof List<?> list
                                ? list.stream().map(String::valueOf).toList()
                                : List.of(String.valueOf(value)))
                .orElse(List.of());
    }

    /// Identities of the commitments that the dossier names.
    public List<String> subjects() {
        return procedure.acts().stream()
                .flatMap(act -> act.fields().stream())
                .filter(field -> field.type() == Field.Type.COMMITMENTS)
                .map(Field::name)
                .distinct()
                .flatMap(name -> values.getOrDefault(name, List.of()).stream())
                .flatMap(value ->
                        value.value() instanceof List<?> ids ? ids.stream() : Stream.empty())
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    /// What an act would agree, as canonical JSON: for each field that it confirms the list of its
    /// standing values.
    public String confirmed(ActForm act) {
        var confirmed = new TreeMap<String, Object>();
        for (var name : act.confirms()) {
            var standing = new ArrayList<Object>();
            values.getOrDefault(name, List.of()).forEach(value -> standing.add(value.value()));
            confirmed.put(name, standing);
        }
        return CanonicalJson.text(confirmed);
    }

    /// SHA-256 over the canonical bytes of what an act would agree.
    public String digest(ActForm act) {
        return Digest.sha256(confirmed(act).getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// Why an act that crossed did not prevail, as the procedure says it; empty where it simply
    /// came too late for what had been done.
    public Optional<Bilingual> because(Folded crossed) {
        if (!(crossed.effect() instanceof Effect.Crossed(var prevailing))) {
            return Optional.empty();
        }
        var before = procedure.initial().name();
        for (var folded : acts) {
            if (folded.act().ref().equals(prevailing)) {
                var one = procedure.act(crossed.act().act());
                var other = procedure.act(folded.act().act());
                var in = before;
                return one.flatMap(first ->
                                other.flatMap(second -> procedure.crossing(in, first, second)))
                        .map(Crossing::because);
            }
            before = folded.state();
        }
        return Optional.empty();
    }
}
