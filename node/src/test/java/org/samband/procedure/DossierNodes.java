// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.samband.act.Outcome;
import org.samband.label.Clearance;
import org.samband.label.Marking;
import org.samband.ledger.Admissions;
import org.samband.ledger.Head;
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

/// Both parties' nodes with EXERCISE officers; entries go from one to the other when the test
/// carries them.
public final class DossierNodes implements AutoCloseable {
    public static final PartnershipId EU_NORWAY = TestRooms.PARTNERSHIP;
    public static final Marking OPEN = Marking.parse("TLP:GREEN");
    public static final Marking LIMITED = Marking.parse("EU:LIMITE;REL NO");

    public final Node eu;
    public final Node no;

    private DossierNodes(Node eu, Node no) {
        this.eu = eu;
        this.no = no;
    }

    public static DossierNodes open(Path folder) {
        return open(folder, profile());
    }

    /// With the profile of the partnership as it comes with the program.
    public static DossierNodes openAsDelivered(Path folder) {
        return open(folder, TestRooms.partnerships("EU").profiles().getFirst());
    }

    private static DossierNodes open(Path folder, Profile profile) {
        var pair = TestRooms.pair(folder);
        return new DossierNodes(
                new Node("EU", pair.getFirst().withDossiers(profile).with("drafting").open()),
                new Node("NO", pair.getLast().withDossiers(profile).with("drafting").open()));
    }

    /// One party's node.
    public record Node(String party, TestRooms rooms) {

        public Dossiers dossiers() {
            return rooms.door(Dossiers.class);
        }

        /// Where its shared ledger stands.
        public Head ledger() {
            return rooms.door(Ledgers.class).head(rooms.door(LedgerPair.class).shared());
        }

        DeskDossiers desks() {
            return rooms.door(DeskDossiers.class);
        }

        public Evidences evidences() {
            return rooms.door(Evidences.class);
        }

        public Sight sight(Officer officer) {
            return rooms.door(Sights.class).of(officer);
        }

        public Dossier dossier(ActRef ref) {
            return dossiers().dossier(Sight.NODE, EU_NORWAY, ref).orElseThrow();
        }

        public Officer desk() {
            return officer(Role.DESK_OFFICER);
        }

        public Officer head() {
            return officer(Role.HEAD);
        }

        public Officer officer(Role... roles) {
            return new Officer(
                    new OfficerId(1),
                    "exercise",
                    "EXERCISE Officer",
                    party.equals("EU") ? "EEAS" : "MFA",
                    Set.of(roles),
                    NeedToKnow.allOf(EU_NORWAY),
                    Clearance.upTo(
                            Map.of(
                                    "EU", "LIMITE",
                                    "NO", "UNNTATT OFFENTLIGHET",
                                    "TLP", "AMBER+STRICT")),
                    true,
                    "en",
                    "auto");
        }

        public ActRef opened(String procedure, Map<String, String> typed) {
            return done(
                    dossiers()
                            .open(
                                    desk(),
                                    EU_NORWAY,
                                    procedure,
                                    "EXERCISE matter",
                                    "",
                                    OPEN,
                                    typed));
        }

        public Acted act(Officer officer, ActRef dossier, String act, Map<String, String> typed) {
            var state = dossier(dossier).state();
            var form = state.procedure().act(act).orElseThrow();
            var all = new TreeMap<>(typed);
            if (!form.confirms().isEmpty()) {
                all.put(Dossiers.CONFIRMS, state.digest(form));
            }
            return dossiers().act(officer, EU_NORWAY, dossier, act, state.version(), OPEN, all);
        }

        public ActRef acted(ActRef dossier, String act, Map<String, String> typed) {
            return done(act(officer(Role.DESK_OFFICER, Role.HEAD), dossier, act, typed));
        }
    }

    public static ActRef done(Acted acted) {
        assertThat(acted).isInstanceOf(Acted.Done.class);
        return ((Acted.Done) acted).act();
    }

    public static List<org.samband.act.Rule> rules(Acted acted) {
        assertThat(acted).isInstanceOf(Acted.Refused.class);
        return ((Acted.Refused) acted)
                .refusals().stream().map(org.samband.act.Refusal::rule).toList();
    }

    public static Officer limited(Officer officer, NeedToKnow needToKnow, Clearance clearance) {
        return new Officer(
                new OfficerId(2),
                "limited",
                "EXERCISE Other",
                officer.authority(),
                officer.roles(),
                needToKnow,
                clearance,
                true,
                "en",
                "auto");
    }

    public static NeedToKnow areas(String... names) {
        return new NeedToKnow(new TreeMap<>(Map.of(EU_NORWAY, new TreeSet<>(List.of(names)))));
    }

    /// Carries everything that the other node does not have yet.
    public void toNorway() {
        carry(eu, no);
    }

    public void toTheEu() {
        carry(no, eu);
    }

    public void bothWays() {
        toNorway();
        toTheEu();
    }

    public static void carry(Node from, Node to) {
        var head = from.ledger();
        if (head.size() > 0) {
            assertThat(carry(from, to, head)).matches(Outcome::isAccepted, "is accepted");
        }
    }

    /// Carries what the other node does not have yet of the first entries.
    ///
    /// @param head of the ledger when those were all
    public static Outcome<Admissions.Admitted> carry(Node from, Node to, Head head) {
        var ledger = head.ledger();
        var have = to.rooms().door(Ledgers.class).head(ledger).size();
        var entries =
                from.rooms()
                        .door(Ledgers.class)
                        .bytes(ledger, have + 1, (int) (head.size() - have));
        var outcome =
                to.rooms()
                        .door(Admissions.class)
                        .admit(ledger, have + 1, entries, head.checkpoint().orElseThrow());
        if (outcome instanceof Outcome.Accepted<Admissions.Admitted>(var admitted)) {
            from.rooms().door(Admissions.class).receipt(ledger, admitted.receipt());
        }
        return outcome;
    }

    public static Profile profile() {
        return new Profile(
                EU_NORWAY,
                "eu-norway-2024",
                new Bilingual("EU–Norway", "EU–Norge"),
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
        return Map.of(
                "forum-invitation",
                Map.of(
                        "roles",
                        hosted,
                        "area",
                        "general-framework",
                        "commitments",
                        Map.of(
                                "invite", List.of("p11.1.s1"),
                                "accept", List.of("p11.1.s1"),
                                "attend", List.of("p11.1.s1"))),
                "high-level-meeting",
                Map.of("roles", hosted, "commitments", Map.of("invite", List.of("p11.2.s1"))),
                "consultation",
                Map.of(
                        "area",
                        "general-framework",
                        "commitments",
                        Map.of(
                                "hold", List.of("p11.4.s1"),
                                "agree-conclusions", List.of("p11.4.s1"))),
                "dialogue",
                Map.of(
                        "commitments",
                        Map.of("hold", List.of("p11.3.s1")),
                        "standing-items",
                        List.of("p23.s1")),
                "instrument-adoption",
                Map.of());
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
        return new Area(name, heading, new Bilingual(heading, heading), cooperation);
    }

    @Override
    public void close() {
        eu.rooms().close();
        no.rooms().close();
    }
}
