// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.attachment.Attachments;
import org.samband.label.Ceiling;
import org.samband.label.Marking;
import org.samband.ledger.Draft;
import org.samband.ledger.Entry;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerKey;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// The EU's and Norway's node on real databases, with a real link over loopback. EXERCISE.
public final class TestLink implements AutoCloseable {
    /// As usual, but with less patience for slow senders, and time to look between two tries.
    static final LinkLimits LIMITS =
            new LinkLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(5),
                    32,
                    4,
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(2));

    private final Path folder;
    public final TestRooms eu;
    public final TestRooms no;
    final NodeKeys euKeys;
    final NodeKeys noKeys;
    int euPort = freePort();
    int noPort = freePort();

    /// At which the other side believes to find the node.
    int euAddress = euPort;

    int noAddress = noPort;

    public TestLink(Path folder) {
        this.folder = folder;
        euKeys = Forms.keys(folder, Forms.EU);
        noKeys = Forms.keys(folder, Forms.NO);
        var pair = TestRooms.pair(folder);
        eu = pair.get(0).with("federation");
        no = pair.get(1).with("federation");
    }

    public TestLink open(Object... beansOfNorway) {
        openEu();
        openNo(beansOfNorway);
        return this;
    }

    public void openEu(Object... more) {
        eu.open(beans(euKeys, link(euPort, file(noKeys, Forms.NO, noAddress)), more));
    }

    /// With no counterpart, as before the pair is set up.
    void openEuAlone(Object... more) {
        eu.open(beans(euKeys, new Link("127.0.0.1", euPort, Map.of()), more));
    }

    void openNoAlone(Object... more) {
        no.open(beans(noKeys, new Link("127.0.0.1", noPort, Map.of()), more));
    }

    public void openNo(Object... more) {
        no.open(beans(noKeys, link(noPort, file(euKeys, Forms.EU, euAddress)), more));
    }

    private static Object[] beans(NodeKeys keys, Link link, Object... more) {
        var beans = new ArrayList<Object>(List.of(keys, link, LIMITS, Ceiling.UNACCREDITED));
        beans.addAll(Arrays.asList(more));
        return beans.toArray();
    }

    static Link link(int port, PairFile counterpart) {
        return new Link("127.0.0.1", port, Map.of(counterpart.partnership(), counterpart));
    }

    PairFile file(NodeKeys keys, PartyCode party, int port) {
        var key = LedgerKey.in(folder.resolve(party.value().equals("EU") ? "eu.key" : "no.key"));
        return new PairFile(
                Forms.PARTNERSHIP,
                party,
                URI.create("https://127.0.0.1:" + port),
                key.verifier("samband/eu-norway/" + party),
                key.second("samband/eu-norway/" + party),
                keys.certificate());
    }

    /// Below the ports that the system gives to outgoing connections, so that none of those takes
    /// it before the node does.
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // Taken: another one.
            }
        }
    }

    /// What the EU's node would send to Norway's.
    Segment segment(long from) {
        return eu.door(Outbox.class).segment(pair(eu), from);
    }

    /// A way of the EU's to Norway's node.
    DirectTransport toNorway(NodeKeys keys) {
        var file = file(noKeys, Forms.NO, noPort);
        return new DirectTransport(
                pair(eu),
                file,
                keys,
                () -> Set.of(file.pin()),
                _ -> {},
                LIMITS,
                eu.door(Attachments.class));
    }

    static LedgerPair pair(TestRooms node) {
        return node.door(Ledgers.class).pairs().stream()
                .filter(pair -> pair.partnership().equals(Forms.PARTNERSHIP))
                .findFirst()
                .orElseThrow();
    }

    public static Entry act(TestRooms node, String text) {
        return act(node, Forms.PARTNERSHIP, text, Circle.SHARED, "TLP:GREEN");
    }

    static Entry act(
            TestRooms node, PartnershipId partnership, String text, Circle circle, String marking) {
        var outcome = node.door(Ledgers.class).append(draft(partnership, text, circle, marking));
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<Entry>) outcome).value();
    }

    static Draft draft(PartnershipId partnership, String text, Circle circle, String marking) {
        return new Draft(
                partnership,
                new Entry.By("EEAS", "Exercise Officer", "desk officer"),
                circle,
                Marking.parse(marking),
                "",
                "test",
                Optional.empty(),
                Map.of("title", text));
    }

    /// How many entries of a party a node holds.
    static long size(TestRooms node, PartyCode party) {
        return node.door(Ledgers.class)
                .head(new LedgerId(Forms.PARTNERSHIP, party, LedgerId.Line.SHARED))
                .size();
    }

    public static long receipted(TestRooms node) {
        return node.door(Ledgers.class).head(pair(node).shared()).acknowledged();
    }

    List<LinkEvent> events(TestRooms node) {
        return node.door(LinkStates.class)
                .of(org.samband.parties.Sight.NODE, Forms.PARTNERSHIP)
                .orElseThrow()
                .events();
    }

    public static void within(Duration time, Callable<Boolean> holds) {
        Awaitility.await().atMost(time).pollInterval(Duration.ofMillis(10)).until(holds);
    }

    @Override
    public void close() {
        eu.close();
        no.close();
    }
}
