// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.act.Rule;
import org.samband.label.Clearance;
import org.samband.node.TestRooms;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.Role;

/// Two nodes that do not know each other are paired while they run, and the line begins.
@Tag("slow")
@NullUnmarked // what is missing fails the test
class PairingsTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir private Path folder;
    private TestLink link;

    @BeforeEach
    void startAlone() {
        link = new TestLink(folder);
        link.openEuAlone(places("no.pair"));
        link.openNoAlone(places("eu.pair"));
    }

    @AfterEach
    void close() {
        link.close();
    }

    private PairPlaces places(String name) {
        return new PairPlaces(
                URI.create("https://127.0.0.1:1"),
                Map.of(Forms.PARTNERSHIP, folder.resolve("kept").resolve(name)),
                Map.of());
    }

    private static Officer administrator(Role role) {
        return new Officer(
                new OfficerId(1),
                "exercise",
                "Exercise Officer",
                "EEAS",
                java.util.Set.of(role),
                NeedToKnow.NOTHING,
                Clearance.upTo(Map.of()),
                true,
                "en",
                "auto");
    }

    private static Outcome<Pairings.Proposal> confirm(TestRooms node, Pairings.Confirmation said) {
        return node.door(Pairings.class)
                .confirm(administrator(Role.ADMINISTRATOR), Forms.PARTNERSHIP, said);
    }

    private static Pairings.Confirmation said(PairFile file, String with, String reason) {
        return new Pairings.Confirmation(
                file.text(), file.fingerprint().digits(), true, with, reason);
    }

    private PairFile norways() {
        return link.file(link.noKeys, Forms.NO, link.noPort);
    }

    private PairFile eus() {
        return link.file(link.euKeys, Forms.EU, link.euPort);
    }

    private static Rule rule(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal().rule();
    }

    @Test
    @Holds("FEDERATION-33")
    void whenBothHaveComparedTheLineBeginsWithoutANewStart() throws Exception {
        TestLink.act(link.eu, "EXERCISE made before there was a pair");
        assertThat(link.eu.door(Deliveries.class).isRunning()).isFalse();
        assertThat(confirm(link.eu, said(norways(), "Kari Nordmann (EXERCISE), UD", "")))
                .matches(Outcome::isAccepted);
        assertThat(confirm(link.no, said(eus(), "Elin Marsk (EXERCISE), EEAS", "")))
                .matches(Outcome::isAccepted);
        TestLink.within(
                SOON,
                () -> TestLink.size(link.no, Forms.EU) == 1 && TestLink.receipted(link.eu) == 1);
        assertThat(Files.readString(folder.resolve("kept/no.pair"))).isEqualTo(norways().text());
    }

    @Test
    @Holds({"FEDERATION-31", "FEDERATION-33"})
    void whatGoesWrongIsRefusedAndPinsNothing() {
        var door = link.eu.door(Pairings.class);
        assertThat(rule(door.read(Forms.PARTNERSHIP, " "))).isEqualTo(PairingRule.NOTHING_BROUGHT);
        assertThat(rule(door.read(Forms.PARTNERSHIP, eus().text())))
                .isEqualTo(PairingRule.OWN_INVITATION);
        assertThat(rule(door.read(Forms.PARTNERSHIP, "EXERCISE")))
                .isEqualTo(FederationRule.NOT_A_PAIR_FILE);
        assertThat(
                        rule(
                                door.read(
                                        Forms.PARTNERSHIP,
                                        norways().text().replace("party NO", "party SE"))))
                .isIn(FederationRule.NOT_A_PAIR_FILE, FederationRule.OTHER_PAIR);
    }

    @Test
    @Holds("FEDERATION-33")
    void whoHasNotComparedPinsNothing() {
        var file = norways();
        var digits = file.fingerprint().digits();
        assertThat(rule(confirm(link.eu, said(file, " ", "")))).isEqualTo(PairingRule.WITH_WHOM);
        assertThat(
                        rule(
                                confirm(
                                        link.eu,
                                        new Pairings.Confirmation(
                                                file.text(), digits, false, "x", ""))))
                .isEqualTo(PairingRule.NOT_COMPARED);
        assertThat(
                        rule(
                                confirm(
                                        link.eu,
                                        new Pairings.Confirmation(
                                                file.text(), "0000 0000", true, "x", ""))))
                .isEqualTo(PairingRule.CHANGED_MEANWHILE);
        assertThat(
                        rule(
                                link.eu
                                        .door(Pairings.class)
                                        .confirm(
                                                administrator(Role.AUDITOR),
                                                Forms.PARTNERSHIP,
                                                said(file, "x", ""))))
                .isEqualTo(PairingRule.BY_ADMINISTRATOR);
        assertThat(link.eu.door(Pairings.class).pinned(Forms.PARTNERSHIP)).isEmpty();
    }

    @Test
    @Holds("FEDERATION-34")
    void aKeyThatIsPinnedIsGivenUpForAReasonAlone() throws Exception {
        confirm(link.eu, said(norways(), "x", ""));
        assertThat(confirm(link.eu, said(norways().at(URI.create("https://127.0.0.1:9")), "x", "")))
                .matches(Outcome::isAccepted, "another address of the same keys");
        var other =
                link.file(
                        Forms.keys(Files.createDirectories(folder.resolve("new")), Forms.NO),
                        Forms.NO,
                        link.noPort);
        assertThat(rule(confirm(link.eu, said(other, "x", "")))).isEqualTo(PairingRule.REASON);
        assertThat(confirm(link.eu, said(other, "x", "EXERCISE: the node was set up anew")))
                .matches(Outcome::isAccepted);
    }

    @Test
    @Holds("FEDERATION-33")
    void anInvitationThatCannotBeKeptIsNotPinned() throws Exception {
        Files.writeString(folder.resolve("kept"), "a file where a folder must be");
        assertThat(rule(confirm(link.eu, said(norways(), "x", ""))))
                .isEqualTo(PairingRule.NOT_KEPT);
        assertThat(link.eu.door(Pairings.class).pinned(Forms.PARTNERSHIP)).isEmpty();
    }
}
