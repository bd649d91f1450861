// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samband.parties.PartyCode;
import org.samband.proof.CanonicalJson;
import org.samband.proof.dossier.DossierNames;
import org.samband.proof.dossier.DossierStates;

/// The verifier reads procedures by itself (decision of 25 November 2026). For every procedure and
/// many runs, with acts that cross, come twice or are malformed, it must come to the state that the
/// node shows.
class SecondReadingTest {
    private static final long SEED = Long.getLong("samband.seed", 20261125L);
    private static final int RUNS = 60;
    private static final int STEPS = 14;
    private static final Procedures PROCEDURES = new Procedures();

    static Stream<Procedure> procedures() {
        return PROCEDURES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void bothReadingsComeToOneState(Procedure procedure) {
        var random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            var acts = acts(procedure, random);
            assertThat(new String(derived(procedure, acts), StandardCharsets.UTF_8))
                    .as("%s, seed %d, run %d", procedure.id(), SEED, run)
                    .isEqualTo(
                            CanonicalJson.text(
                                    DossierExport.line(
                                            acts.getFirst().ref(), Walks.fold(procedure, acts))));
        }
    }

    /// A run of both parties, each of which knows of a part of the other's acts.
    private static List<DossierAct> acts(Procedure procedure, Random random) {
        var acts = new ArrayList<DossierAct>(List.of(Walks.opening(procedure)));
        var opener = acts.getFirst().ref().party();
        var answerer = opener.equals(Walks.EU) ? Walks.NO : Walks.EU;
        var numbers = new TreeMap<>(Map.of(opener, 1L, answerer, 0L));
        var seen = new TreeMap<>(Map.of(opener, 0L, answerer, 1L));
        for (int step = 0; step < STEPS; step++) {
            var party = random.nextBoolean() ? Walks.EU : Walks.NO;
            var other = party.equals(Walks.EU) ? Walks.NO : Walks.EU;
            if (random.nextInt(3) > 0) {
                seen.put(party, numbers.get(other));
            }
            long number = numbers.merge(party, 1L, Long::sum);
            acts.add(act(procedure, acts, party, number, seen.getOrDefault(party, 0L), random));
        }
        return acts;
    }

    private static DossierAct act(
            Procedure procedure,
            List<DossierAct> acts,
            PartyCode party,
            long number,
            long seen,
            Random random) {
        var known = acts.stream().filter(act -> knew(party, seen, act)).toList();
        var state = Walks.fold(procedure, known);
        var possible = random.nextInt(5) == 0 ? List.<ActForm>of() : state.possible(party);
        var forms = possible.isEmpty() ? procedure.acts() : possible;
        var form = forms.get(random.nextInt(forms.size()));
        var act = Walks.next(procedure, state, form, party, number, seen, "w" + random.nextInt(4));
        return random.nextInt(6) == 0 ? spoilt(act, random) : act;
    }

    private static boolean knew(PartyCode party, long seen, DossierAct act) {
        return act.ref().party().equals(party) || act.ref().number() <= seen;
    }

    /// The act with one value that is of no form, or of a form at its edge.
    private static DossierAct spoilt(DossierAct act, Random random) {
        var fields = new TreeMap<>(act.fields());
        var values =
                List.<Object>of(
                        "",
                        " ",
                        "two\nlines",
                        "turned \u202E",
                        "bell \u0007",
                        "x".repeat(401),
                        "2027-02-30",
                        List.of("2027-06-01"),
                        List.of(),
                        7L,
                        Map.of("owner", "NO", "text", "x"),
                        "æ".repeat(400),
                        "ends\n",
                        "\n",
                        "deleted \u007f",
                        "next line \u0085",
                        "\u201cquoted\u201d",
                        "\u201d");
        var names = new ArrayList<>(fields.keySet());
        names.add("no-such-field");
        fields.put(
                names.get(random.nextInt(names.size())), values.get(random.nextInt(values.size())));
        return new DossierAct(
                act.ref(),
                act.seen(),
                act.at(),
                act.by(),
                act.circle(),
                act.marking(),
                random.nextInt(8) == 0 ? "no-such-act" : act.act(),
                fields,
                random.nextInt(4) == 0 ? Optional.of("a".repeat(64)) : act.confirms());
    }

    private static byte[] derived(Procedure procedure, List<DossierAct> acts) {
        var roles = new TreeMap<String, Object>();
        Walks.roles(procedure).forEach((role, party) -> roles.put(role, party.value()));
        var header =
                Map.of(
                        "procedures",
                        List.of(read(CanonicalJson.bytes(PROCEDURES.text(procedure)))),
                        "roles",
                        Map.of(procedure.id(), roles));
        var export = new ByteArrayOutputStream();
        var states =
                DossierStates.of(
                        header,
                        List.of("EU", "NO"),
                        (from, to, at, length) ->
                                System.arraycopy(export.toByteArray(), (int) from, to, at, length));
        int opener = acts.getFirst().ref().party().equals(Walks.EU) ? 0 : 1;
        long dossier = DossierNames.of(opener, acts.getFirst().ref().number());
        for (var act : acts) {
            var party = act.ref().party().value();
            var content = new TreeMap<>(content(act));
            content.put("hash", procedure.hash());
            var bytes = CanonicalJson.bytes(content);
            int raw =
                    states.act(party, act.ref().number(), act.seen(), export.size(), bytes.length);
            export.writeBytes(bytes);
            if (act.ref().equals(acts.getFirst().ref())) {
                assertThat(states.opened(raw, dossier, bytes, 0, bytes.length)).isEmpty();
            } else {
                states.acted(raw, dossier);
            }
        }
        states.inOrder();
        assertThat(states.count()).isOne();
        return states.new Folding().line(0);
    }

    private static Object read(byte[] json) {
        try {
            return java.util.Objects.requireNonNull(CanonicalJson.read(json));
        } catch (org.samband.proof.JsonRefused broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Map<String, Object> content(DossierAct act) {
        var content = new TreeMap<String, Object>();
        content.put("act", act.act());
        content.put("fields", act.fields());
        act.confirms().ifPresent(hash -> content.put("confirms", hash));
        return content;
    }
}
