// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The dossiers of an export: takes their entries as they come and derives the state of each.
/// Source: `spec/ledger/`, LEDGER-25 and 26; `spec/procedure/`.
public final class DossierStates {
    private static final int FIRST_ROOM = 1 << 16;

    private final Map<String, Integer> hashes;
    private final List<ProcedureText> procedures;
    private final Map<String, Map<String, String>> roles;
    private final List<String> parties;
    private final Bytes export;
    private final ActPlaces acts = new ActPlaces();
    private final DossierChains dossiers = new DossierChains();
    private int[] order = {};

    /// Where the bytes of the export are.
    public interface Bytes {
        /// Copies some of them; may be called by several threads.
        void copy(long from, byte[] to, int at, int length);
    }

    private DossierStates(
            Map<String, Integer> hashes,
            List<ProcedureText> procedures,
            Map<String, Map<String, String>> roles,
            List<String> parties,
            Bytes export) {
        this.hashes = hashes;
        this.procedures = procedures;
        this.roles = roles;
        this.parties = parties;
        this.export = export;
    }

    /// @param header first line of the export
    /// @param parties whose ledgers follow
    /// @throws IllegalArgumentException if a procedure is of no language that this program knows
    public static DossierStates of(Map<String, ?> header, List<String> parties, Bytes export) {
        var hashes = new HashMap<String, Integer>();
        var procedures = new ArrayList<ProcedureText>();
        for (var text : ProcedureText.list(header, "procedures")) {
            var procedure = ProcedureText.of(ProcedureText.map(text));
            hashes.put(procedure.hash(), procedures.size());
            procedures.add(procedure);
        }
        var roles = new HashMap<String, Map<String, String>>();
        ProcedureText.map(header.get("roles"))
                .forEach((procedure, bound) -> {
                    var byRole = new HashMap<String, String>();
                    ProcedureText.map(bound)
                            .forEach((role, party) -> byRole.put(String.valueOf(role), "" + party));
                    roles.put(String.valueOf(procedure), byRole);
                });
        return new DossierStates(hashes, procedures, roles, List.copyOf(parties), export);
    }

    /// Keeps where an entry says what its party did.
    ///
    /// @param number of the entry in that party's ledger, counted from 1
    /// @param seen how many of the counterpart's entries the acting node had admitted
    /// @param place in the export, of the canonical JSON of the entry's content
    /// @param length of that, in bytes
    /// @return what {@link #opened} and {@link #acted} take
    public int act(String party, long number, long seen, long place, int length) {
        return acts.add(parties.indexOf(party), Math.toIntExact(number), seen, place, length);
    }

    /// Takes an entry that opens a dossier.
    ///
    /// @param subject the dossier that it names
    /// @param content bytes in which its content stands
    /// @return what is wrong with it
    public Optional<String> opened(int act, long subject, byte[] content, int from, int to) {
        if (subject != DossierNames.of(acts.party(act), acts.number(act))) {
            return Optional.of("the entry that opens a dossier is not its own subject");
        }
        var procedure = hashes.get(Members.of(content, from, to).text("hash"));
        if (procedure == null) {
            return Optional.of("the procedure that the entry names is not in the export");
        }
        dossiers.opened(dossiers.of(subject), act, procedure);
        return Optional.empty();
    }

    /// Takes an act in a dossier.
    public void acted(int act, long subject) {
        if (subject != DossierNames.NONE) {
            dossiers.acted(dossiers.of(subject), acts.party(act), act, acts);
        }
    }

    /// Puts the dossiers in the order of the entries that opened them: ledger by ledger, entry by
    /// entry, as they came. After the last entry.
    public void inOrder() {
        order =
                IntStream.range(0, dossiers.count())
                        .filter(dossier -> dossiers.opening(dossier) != ActPlaces.NONE)
                        .boxed()
                        .sorted(Comparator.comparingInt(dossiers::opening))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    public int count() {
        return order.length;
    }

    /// The party that opened a dossier.
    ///
    /// @param place of the dossier, counted from 0
    public String party(int place) {
        return parties.get(acts.party(dossiers.opening(order[place])));
    }

    /// The number of the entry that opened a dossier.
    public long number(int place) {
        return acts.number(dossiers.opening(order[place]));
    }

    /// Where a dossier stands, for a sentence.
    public String sentence(int place) {
        return new Folding().folded(order[place]).sentence();
    }

    /// Derives states, one after the other. Each thread has its own.
    public final class Folding {
        private byte[] room = new byte[FIRST_ROOM];

        /// What an export says of a dossier, derived from its entries.
        public byte[] line(int place) {
            return folded(order[place]).line();
        }

        private DossierFold folded(int dossier) {
            int opening = dossiers.opening(dossier);
            int opener = acts.party(opening);
            var procedure = procedures.get(dossiers.procedure(dossier));
            var chain = new Chain();
            return new DossierFold(
                            procedure,
                            roles.getOrDefault(procedure.id(), Map.of()),
                            parties,
                            chain.copy(opening))
                    .all(
                            chain.all(dossiers.first(dossier, opener)),
                            chain.all(dossiers.first(dossier, 1 - opener)));
        }

        /// Copies the acts of one dossier behind each other, where they fit.
        private final class Chain {
            private int filled;

            RawAct copy(int act) {
                int length = acts.length(act);
                if (filled + length > room.length) {
                    room = new byte[Math.max(room.length, length)];
                    filled = 0;
                }
                filled += length;
                return acts.copy(act, export, room, filled - length);
            }

            List<RawAct> all(int first) {
                var all = new ArrayList<RawAct>();
                for (int act = first; act != ActPlaces.NONE; act = acts.next(act)) {
                    all.add(copy(act));
                }
                return all;
            }
        }
    }
}
