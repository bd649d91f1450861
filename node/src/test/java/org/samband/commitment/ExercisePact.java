// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.samband.label.Clearance;
import org.samband.label.Marking;
import org.samband.ledger.Admissions;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;
import org.samband.parties.Area;
import org.samband.parties.Authority;
import org.samband.parties.Bilingual;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.PartnershipId;
import org.samband.parties.Party;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.parties.Role;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossiers;

/// Both parties' nodes with a made-up instrument, `spec/instrument/exercise-pact` of the tests;
/// entries go from one to the other when a test carries them.
public final class ExercisePact implements AutoCloseable {
    public static final PartnershipId PARTNERSHIP = TestRooms.PARTNERSHIP;
    public static final Marking OPEN = Marking.parse("TLP:GREEN");
    public static final Marking LIMITED = Marking.parse("EU:LIMITE;REL NO");

    public final Side eu;
    public final Side no;

    private ExercisePact(Side eu, Side no) {
        this.eu = eu;
        this.no = no;
    }

    public static ExercisePact open(Path folder) {
        return open(folder, profile());
    }

    /// The same nodes with another partnership between the two parties.
    public static ExercisePact open(Path folder, Profile profile) {
        var pair = TestRooms.pair(folder);
        return new ExercisePact(
                new Side("EU", pair.getFirst().withCommitments(profile).open()),
                new Side("NO", pair.getLast().withCommitments(profile).open()));
    }

    /// One party's node.
    public record Side(String party, TestRooms rooms) {

        public LivingText text() {
            return text(officer());
        }

        public LivingText text(Officer officer) {
            return rooms.door(Commitments.class).text(sight(officer), PARTNERSHIP).orElseThrow();
        }

        public String standing(String commitment) {
            return text().commitment(commitment).orElseThrow().word();
        }

        public Sight sight(Officer officer) {
            return rooms.door(Sights.class).of(officer);
        }

        public Officer officer() {
            return officer(NeedToKnow.allOf(PARTNERSHIP), "LIMITE", Role.DESK_OFFICER, Role.HEAD);
        }

        /// @param level up to which markings of the EU are read; empty for none of them
        public Officer officer(NeedToKnow needToKnow, String level, Role... roles) {
            var levels = new TreeMap<String, String>(Map.of("TLP", "AMBER"));
            if (!level.isEmpty()) {
                levels.put("EU", level);
            }
            return new Officer(
                    new OfficerId(1),
                    "exercise",
                    "EXERCISE Officer",
                    party.equals("EU") ? "EEAS" : "MFA",
                    Set.of(roles),
                    needToKnow,
                    Clearance.upTo(levels),
                    true,
                    "en",
                    "auto");
        }

        public ActRef opens(String procedure, String area, Map<String, String> typed) {
            return opens(procedure, area, "EXERCISE " + procedure, OPEN, typed);
        }

        public ActRef opens(
                String procedure,
                String area,
                String title,
                Marking marking,
                Map<String, String> typed) {
            return done(
                    rooms.door(Dossiers.class)
                            .open(officer(), PARTNERSHIP, procedure, title, area, marking, typed));
        }

        public ActRef acts(ActRef dossier, String act, Map<String, String> typed) {
            return acts(dossier, act, OPEN, typed);
        }

        public ActRef acts(ActRef dossier, String act, Marking marking, Map<String, String> typed) {
            var state =
                    rooms.door(Dossiers.class)
                            .dossier(Sight.NODE, PARTNERSHIP, dossier)
                            .orElseThrow()
                            .state();
            var form = state.procedure().act(act).orElseThrow();
            var all = new TreeMap<>(typed);
            if (!form.confirms().isEmpty()) {
                all.put(Dossiers.CONFIRMS, state.digest(form));
            }
            return done(
                    rooms.door(Dossiers.class)
                            .act(
                                    officer(),
                                    PARTNERSHIP,
                                    dossier,
                                    act,
                                    state.version(),
                                    marking,
                                    all));
        }

        private static ActRef done(Acted acted) {
            assertThat(acted).isInstanceOf(Acted.Done.class);
            return ((Acted.Done) acted).act();
        }
    }

    public static NeedToKnow areas(String... names) {
        return new NeedToKnow(new TreeMap<>(Map.of(PARTNERSHIP, new TreeSet<>(List.of(names)))));
    }

    /// Consultations of which the EU proposed the date, Norway agreed it, and the EU recorded that
    /// they were held.
    public ActRef consultation(String area, String title, String heldOn, Marking marking) {
        var dossier = eu.opens("consultation", area, title, marking, Map.of("dates", heldOn));
        bothWays();
        no.acts(dossier, "agree-date", marking, Map.of("agreed-date", heldOn));
        bothWays();
        eu.acts(dossier, "hold", marking, Map.of("held-on", heldOn));
        bothWays();
        return dossier;
    }

    public void bothWays() {
        carry(eu, no);
        carry(no, eu);
    }

    private static void carry(Side from, Side to) {
        var ledger = from.rooms().door(LedgerPair.class).shared();
        var head = from.rooms().door(Ledgers.class).head(ledger);
        var have = to.rooms().door(Ledgers.class).head(ledger).size();
        if (head.size() > have) {
            var entries = from.rooms().door(Ledgers.class).bytes(ledger, have + 1, 1000);
            var admitted =
                    to.rooms()
                            .door(Admissions.class)
                            .admit(ledger, have + 1, entries, head.checkpoint().orElseThrow());
            assertThat(admitted.isAccepted()).isTrue();
        }
    }

    static Profile profile() {
        return new Profile(
                PARTNERSHIP,
                "exercise-pact",
                new Bilingual("EXERCISE pact", "EXERCISE-avtalen"),
                List.of(
                        party("EU", "EU", "Europe/Brussels", "EEAS"),
                        party("NO", "Norway", "Europe/Oslo", "MFA")),
                List.of(
                        area("general-framework", "General framework", false),
                        area("cyber", "Cyber issues", true),
                        area("space", "Space security and defence", true)),
                procedures());
    }

    private static Map<String, Object> procedures() {
        var hosted = Map.of("host", "EU", "guest", "NO");
        var all = new TreeMap<String, Object>();
        all.put(
                "forum-invitation",
                Map.of(
                        "roles",
                        hosted,
                        "area",
                        "general-framework",
                        "commitments",
                        Map.of(
                                "announce-edition", List.of("p2.1.s1"),
                                "invite", List.of("p2.1.s1"))));
        all.put("consultation", Map.of("commitments", Map.of("hold", List.of("p2.4.s1", "p3.s1"))));
        all.put("dialogue", Map.of("commitments", Map.of("hold", List.of("p2.3.s1"))));
        all.put("instrument-adoption", Map.of());
        all.put("commitment-correction", Map.of());
        all.put("evidence-addition", Map.of());
        all.put("evidence-dispute", Map.of());
        all.put("area-review", Map.of());
        all.put("wps-frame", Map.of());
        return all;
    }

    private static Party party(String code, String name, String zone, String authority) {
        return new Party(
                new PartyCode(code),
                name,
                new Bilingual(name, name),
                ZoneId.of(zone),
                OPEN,
                List.of(new Authority(authority, new Bilingual(authority, authority))));
    }

    private static Area area(String name, String heading, boolean cooperation) {
        return new Area(name, heading, new Bilingual(name, name + " (nb)"), cooperation);
    }

    @Override
    public void close() {
        eu.rooms().close();
        no.rooms().close();
    }
}
