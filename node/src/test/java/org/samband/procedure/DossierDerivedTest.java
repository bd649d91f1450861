// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// Changes each value from which the tables beside a dossier are written, one at a time: the digest
/// that decides whether they are written again is then another one.
class DossierDerivedTest {
    /// What stands in the row of the dossier alone, is the dossier, or stands in these records a
    /// second time and is written from the row. The label is the id of the marking.
    private static final Set<String> NOT_WRITTEN_BESIDE =
            new TreeSet<>(
                    Set.of(
                            "row.ref",
                            "row.label",
                            "row.procedureVersion",
                            "row.procedureHash",
                            "row.state",
                            "row.finished",
                            "row.turn",
                            "row.answerBy",
                            "row.opened",
                            "row.changed",
                            "row.version",
                            "row.lastAct",
                            "row.latest",
                            "row.steps",
                            "row.ours",
                            "evidence.partnership",
                            "evidence.dossier",
                            "evidence.procedure",
                            "evidence.title",
                            "days.partnership",
                            "days.dossier",
                            "days.procedure",
                            "days.title",
                            "days.marking"));

    private static final PartnershipId PARTNERSHIP = new PartnershipId("eu-norway");
    private static final ActRef DOSSIER = ref("EU-1");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant MOMENT = Instant.parse("2026-03-02T12:00:00Z");

    private static ActRef ref(String text) {
        return ActRef.of(text).orElseThrow();
    }

    private static DossierDerived derived() {
        var row =
                new DossierRows.Row(
                        DOSSIER,
                        "cyber",
                        3,
                        "consultation",
                        1,
                        "hash",
                        "EXERCISE matter",
                        "held",
                        false,
                        List.of(new PartyCode("EU")),
                        Optional.of(DAY),
                        MOMENT,
                        MOMENT,
                        4,
                        "hold",
                        ref("EU-4"),
                        List.of("conclude"),
                        true);
        var followUp =
                new FollowUp(
                        "EU-1.1",
                        "NO",
                        Optional.of("MFA"),
                        "EXERCISE list",
                        Optional.of("11.3"),
                        Optional.of(DAY),
                        true,
                        List.of(new FollowUp.Report(FollowUp.Step.DROP, ref("NO-2"), MOMENT)));
        return new DossierDerived(
                row,
                Marking.parse("TLP:GREEN"),
                List.of(
                        new Evidence(
                                PARTNERSHIP,
                                "p11.4.s1",
                                "consultation-held",
                                DAY,
                                DOSSIER,
                                ref("EU-3"),
                                "consultation",
                                "EXERCISE matter")),
                List.of(new DossierDerived.Served(followUp, "cyber")),
                List.of(
                        new Coming(
                                PARTNERSHIP,
                                DOSSIER,
                                new Bilingual("Consultation", "Konsultasjon"),
                                "EXERCISE matter",
                                DAY,
                                Coming.Kind.CLOCK,
                                "NO",
                                "EXERCISE",
                                Optional.of(MOMENT),
                                Deadline.Origin.TEXT,
                                "SDP 11",
                                Marking.parse("TLP:GREEN"))),
                List.of(new Link.Said(ref("EU-4"), "dossier", Link.Kind.FROM, ref("NO-1"))),
                List.of(
                        new Link.Proposed(
                                ref("EU-5"), "dialogue", "NO", Link.Kind.PREPARES, MOMENT)));
    }

    @Test
    void whateverIsWrittenBesideADossierChangesTheDigestAndNothingElseDoes() {
        var unchanged = new TreeSet<String>();
        var changed = changes(DossierDerived.class, derived(), "", one -> one);
        assertThat(changed).hasSizeGreaterThan(40);
        changed.forEach((value, one) -> {
            if (one.digest().equals(derived().digest())) {
                unchanged.add(value);
            }
        });
        assertThat(unchanged).isEqualTo(NOT_WRITTEN_BESIDE);
    }

    @Test
    void whatIsNoLongerThereChangesTheDigest() {
        var whole = derived();
        var digests = new TreeSet<String>();
        for (var one : changes(DossierDerived.class, whole, "", x -> x).entrySet()) {
            if (!one.getKey().contains(".")) {
                digests.add(one.getValue().digest());
            }
        }
        assertThat(digests).hasSize(6).doesNotContain(whole.digest());
    }

    @Test
    void theOrderOfDaysIsWrittenToo() {
        var one = derived().days().getFirst();
        var other = changes(Coming.class, one, "", x -> x).get("on");
        assertThat(other).isNotNull();
        assertThat(with(List.of(one, other)).digest())
                .isNotEqualTo(with(List.of(other, one)).digest());
    }

    private static DossierDerived with(List<Coming> days) {
        var all = derived();
        return new DossierDerived(
                all.row(),
                all.marking(),
                all.evidence(),
                all.followUps(),
                days,
                all.said(),
                all.proposed());
    }

    /// The record with one value changed, by the path of that value.
    private static <R extends Record, T> Map<String, T> changes(
            Class<R> type, R whole, String path, Function<R, T> into) {
        var all = new TreeMap<String, T>();
        for (var part : type.getRecordComponents()) {
            var name = path + part.getName();
            Object value = called(() -> part.getAccessor().invoke(whole));
            Function<Object, T> put =
                    changed -> into.apply(changedAt(type, whole, part.getName(), changed));
            all.putAll(changesOf(name, value, put));
        }
        return all;
    }

    private static <T> Map<String, T> changesOf(
            String name, Object value, Function<Object, T> put) {
        if (isWalked(value)) {
            return walked((Record) value, name, put);
        }
        var all = new TreeMap<String, T>();
        all.put(name, put.apply(another(value)));
        if (value instanceof List<?> list && isWalked(list.getFirst())) {
            all.putAll(walked((Record) list.getFirst(), name, one -> put.apply(List.of(one))));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // The class of a record is the class of that record.
    private static <T> Map<String, T> walked(Record value, String name, Function<Object, T> put) {
        return changes((Class<Record>) value.getClass(), value, name + ".", put::apply);
    }

    private static boolean isWalked(Object value) {
        return value instanceof DossierRows.Row
                || value instanceof Evidence
                || value instanceof DossierDerived.Served
                || value instanceof FollowUp
                || value instanceof FollowUp.Report
                || value instanceof Coming
                || value instanceof Link.Said
                || value instanceof Link.Proposed;
    }

    private static Object another(Object value) {
        return switch (value) {
            case String text -> text + "x";
            case Integer number -> number + 1;
            case Boolean truth -> !truth;
            case LocalDate day -> day.plusDays(1);
            case Instant moment -> moment.plusSeconds(1);
            case ActRef act -> new ActRef(act.party(), act.number() + 50);
            case PartnershipId _ -> new PartnershipId("eu-other");
            case Marking _ -> Marking.parse("TLP:AMBER");
            case Bilingual both -> new Bilingual(both.en(), both.nb() + "x");
            case Optional<?> _ -> Optional.empty();
            case List<?> _ -> List.of();
            case Enum<?> one -> next(one);
            default -> throw new AssertionError("no other value of " + value.getClass());
        };
    }

    private static Object next(Enum<?> one) {
        var all = List.of(one.getDeclaringClass().getEnumConstants());
        return all.get((all.indexOf(one) + 1) % all.size());
    }

    private static <R extends Record> R changedAt(
            Class<R> type, R whole, String name, Object changed) {
        return called(() -> {
            var types = new ArrayList<Class<?>>();
            var values = new ArrayList<Object>();
            for (var part : type.getRecordComponents()) {
                types.add(part.getType());
                values.add(
                        part.getName().equals(name) ? changed : part.getAccessor().invoke(whole));
            }
            return type.getDeclaredConstructor(types.toArray(Class<?>[]::new))
                    .newInstance(values.toArray());
        });
    }

    private interface Reflected<T> {
        T get() throws ReflectiveOperationException;
    }

    private static <T> T called(Reflected<T> reflected) {
        try {
            return reflected.get();
        } catch (ReflectiveOperationException broken) {
            throw new LinkageError("a record cannot be made", broken);
        }
    }
}
