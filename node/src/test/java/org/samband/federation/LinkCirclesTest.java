// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.label.LabelRule;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// Reads every byte that crosses between the nodes, in both directions and inside of TLS: own
/// records and other partnerships are not among them.
@Tag("slow")
class LinkCirclesTest {
    private static final PartnershipId JAPAN = new PartnershipId("eu-japan");

    @TempDir private Path folder;

    /// Stands between the nodes with the keys of both, and writes everything down.
    private static final class Recorder implements AutoCloseable {
        private final ByteArrayOutputStream crossed = new ByteArrayOutputStream();
        private final SSLServerSocket door;

        Recorder(NodeKeys from, NodeKeys to, int port) throws IOException {
            door =
                    (SSLServerSocket)
                            PinnedTrust.context(to, Set.of(PairFile.pin(from.certificate())))
                                    .getServerSocketFactory()
                                    .createServerSocket(0);
            door.setNeedClientAuth(true);
            var out = PinnedTrust.context(from, Set.of(PairFile.pin(to.certificate())));
            Thread.ofVirtual()
                    .start(() -> {
                        while (!door.isClosed()) {
                            try {
                                var inner = door.accept();
                                var outer = out.getSocketFactory().createSocket("127.0.0.1", port);
                                Thread.ofVirtual().start(() -> pump(inner, outer));
                                Thread.ofVirtual().start(() -> pump(outer, inner));
                            } catch (IOException _) {
                                // The node behind is not there yet, or the test ends.
                            }
                        }
                    });
        }

        private void pump(Socket from, Socket to) {
            try (from;
                    to) {
                var buffer = new byte[8_192];
                int read = from.getInputStream().read(buffer);
                while (read >= 0) {
                    synchronized (crossed) {
                        crossed.write(buffer, 0, read);
                    }
                    to.getOutputStream().write(buffer, 0, read);
                    to.getOutputStream().flush();
                    read = from.getInputStream().read(buffer);
                }
            } catch (IOException _) {
                // One side hung up.
            }
        }

        int port() {
            return door.getLocalPort();
        }

        String crossed() {
            synchronized (crossed) {
                return crossed.toString(ISO_8859_1);
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    @Test
    @Holds({"FEDERATION-20", "FEDERATION-15"})
    void ownRecordsAndOtherPartnershipsNeverCross() throws IOException {
        var link = new TestLink(folder);
        var japan = new LedgerPair(JAPAN, Forms.EU, new PartyCode("JP"), Optional.empty());
        try (link;
                var there = new Recorder(link.euKeys, link.noKeys, link.noPort);
                var back = new Recorder(link.noKeys, link.euKeys, link.euPort)) {
            link.noAddress = there.port();
            link.euAddress = back.port();
            link.openEu(japan);
            link.openNo();
            var eu = link.eu;
            TestLink.act(eu, Forms.PARTNERSHIP, "our own note æøå", Circle.OWN, "EU:LIMITE");
            TestLink.act(eu, Forms.PARTNERSHIP, "title of an own record", Circle.OWN, "TLP:GREEN");
            TestLink.act(eu, JAPAN, "matter of Japan", Circle.SHARED, "TLP:GREEN");
            TestLink.act(eu, "what both know");
            TestLink.act(link.no, "what Norway answered");
            TestLink.act(
                    link.no, Forms.PARTNERSHIP, "notat til eget bruk", Circle.OWN, "TLP:GREEN");
            refusedAct(link, "above and never sent", "EU:R-UE", LabelRule.ABOVE_CEILING);
            refusedAct(link, "limited and never sent", "EU:LIMITE", LabelRule.NOT_RELEASABLE);
            TestLink.act(eu, Forms.PARTNERSHIP, "one more own note", Circle.OWN, "TLP:GREEN");
            TestLink.within(
                    Duration.ofSeconds(60),
                    () -> TestLink.receipted(link.eu) == 1 && TestLink.receipted(link.no) == 1);
            var crossed = there.crossed() + back.crossed();
            assertThat(Crossed.holds(crossed, "what both know")).isTrue();
            assertThat(Crossed.holds(crossed, "what Norway answered")).isTrue();
            for (var hidden :
                    List.of(
                            "our own note æøå",
                            "title of an own record",
                            "matter of Japan",
                            "eu-japan",
                            "notat til eget bruk",
                            "never sent",
                            "one more own note",
                            "\"own\"")) {
                assertThat(Crossed.holds(crossed, hidden)).as(hidden).isFalse();
            }
        }
    }

    private static void refusedAct(TestLink link, String text, String marking, LabelRule rule) {
        var outcome =
                link.eu
                        .door(Ledgers.class)
                        .append(TestLink.draft(Forms.PARTNERSHIP, text, Circle.SHARED, marking));
        assertThat(((Outcome.Refused<?>) outcome).refusal().rule()).isEqualTo(rule);
    }

    @Test
    void whatTheRecorderLooksForIsFoundInPlainTextAndInBase64() {
        for (int shift = 0; shift < 3; shift++) {
            var wrapped = ("x".repeat(shift) + "hidden text" + "yz").getBytes(UTF_8);
            assertThat(Crossed.holds(Base64.getEncoder().encodeToString(wrapped), "hidden text"))
                    .isTrue();
        }
        assertThat(Crossed.holds("a hidden text b", "hidden text")).isTrue();
        assertThat(Crossed.holds("a hidden tex", "hidden text")).isFalse();
    }
}
