// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The dossiers of an export: takes their entries as they come and derives the state of each.
/// Source: `spec/ledger/`, LEDGER-25 and 26; `spec/procedure/`.
public final class DossierStates {
    private static final long FACTOR = 4;
    private static final int MOST_DIGITS = 15;

    private final Map<String, ProcedureText> procedures;
    private final Map<String, Map<String, String>> roles;
    private final List<String> parties;
    private final Map<Long, Dossier> dossiers = new HashMap<>();
    private List<Dossier> order = List.of();

    /// The acts of one dossier; those of a dossier whose opening has not come yet wait for it.
    private static final class Dossier {
        private @Nullable RawAct opening;
        private @Nullable ProcedureText procedure;
        private final List<List<RawAct>> acts = List.of(new ArrayList<>(2), new ArrayList<>(2));
    }

    private DossierStates(
            Map<String, ProcedureText> procedures,
            Map<String, Map<String, String>> roles,
            List<String> parties) {
        this.procedures = procedures;
        this.roles = roles;
        this.parties = parties;
    }

    /// @param header first line of the export
    /// @param parties whose ledgers follow
    /// @throws IllegalArgumentException if a procedure is of no language that this program knows
    public static DossierStates of(Map<String, ?> header, List<String> parties) {
        var procedures = new HashMap<String, ProcedureText>();
        for (var text : ProcedureText.list(header, "procedures")) {
            var procedure = ProcedureText.of(ProcedureText.map(text));
            procedures.put(procedure.hash(), procedure);
        }
        var roles = new HashMap<String, Map<String, String>>();
        ProcedureText.map(header.get("roles"))
                .forEach((procedure, bound) -> {
                    var byRole = new HashMap<String, String>();
                    ProcedureText.map(bound)
                            .forEach((role, party) -> byRole.put(String.valueOf(role), "" + party));
                    roles.put(String.valueOf(procedure), byRole);
                });
        return new DossierStates(procedures, roles, List.copyOf(parties));
    }

    /// What the entry of an act says, without a copy of its bytes.
    ///
    /// @param content bytes in which the canonical JSON of the entry's content stands
    public RawAct read(String party, long number, long seen, byte[] content, int from, int to) {
        return new RawAct(parties.indexOf(party), number, seen, content, from, to);
    }

    /// Takes an entry that opens a dossier.
    ///
    /// @return what is wrong with it
    public Optional<String> opening(RawAct act, String subject) {
        if (!subject.equals(parties.get(act.party()) + "-" + act.number())) {
            return Optional.of("the entry that opens a dossier is not its own subject");
        }
        var hash = act.members().get("hash");
        var procedure = hash == null ? null : procedures.get(hash.text());
        if (procedure == null) {
            return Optional.of("the procedure that the entry names is not in the export");
        }
        var dossier = dossier(act.party(), act.number());
        dossier.opening = act;
        dossier.procedure = procedure;
        return Optional.empty();
    }

    /// Takes an act in a dossier.
    public void act(RawAct act, String subject) {
        int dash = subject.indexOf('-');
        int opener = dash < 0 ? -1 : parties.indexOf(subject.substring(0, dash));
        long opening = opener < 0 ? 0 : number(subject, dash + 1);
        if (opening > 0) {
            dossier(opener, opening).acts.get(act.party()).add(act);
        }
    }

    /// The number at the end of a subject; 0 if there is none of its form.
    private static long number(String subject, int from) {
        if (from >= subject.length()
                || subject.length() - from > MOST_DIGITS
                || subject.charAt(from) == '0') {
            return 0;
        }
        long number = 0;
        for (int at = from; at < subject.length(); at++) {
            int digit = subject.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private Dossier dossier(int party, long number) {
        return dossiers.computeIfAbsent(number * FACTOR + party, _ -> new Dossier());
    }

    /// Puts the dossiers in the order of the entries that opened them. After the last entry.
    public void inOrder() {
        var opened = new ArrayList<Dossier>();
        for (var dossier : dossiers.values()) {
            if (dossier.opening != null) {
                opened.add(dossier);
            }
        }
        opened.sort(
                java.util.Comparator.comparingInt((Dossier one) -> opening(one).party())
                        .thenComparingLong(one -> opening(one).number()));
        order = opened;
        dossiers.clear();
    }

    private static RawAct opening(Dossier dossier) {
        return Objects.requireNonNull(dossier.opening);
    }

    public int count() {
        return order.size();
    }

    /// The party that opened a dossier.
    ///
    /// @param place of the dossier, counted from 0
    public String party(int place) {
        return parties.get(opening(order.get(place)).party());
    }

    /// The number of the entry that opened a dossier.
    public long number(int place) {
        return opening(order.get(place)).number();
    }

    /// What an export says of a dossier, derived from its entries. May be called by several
    /// threads.
    public byte[] line(int place) {
        return folded(place).line();
    }

    /// Where a dossier stands, for a sentence.
    public String sentence(int place) {
        return folded(place).sentence();
    }

    private DossierFold folded(int place) {
        var dossier = order.get(place);
        var opening = opening(dossier);
        var procedure = Objects.requireNonNull(dossier.procedure);
        return new DossierFold(
                        procedure, roles.getOrDefault(procedure.id(), Map.of()), parties, opening)
                .all(dossier.acts.get(opening.party()), dossier.acts.get(1 - opening.party()));
    }
}
