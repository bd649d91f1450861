// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.samband.federation.TestLink.size;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Outcome;
import org.samband.attachment.Attachment;
import org.samband.attachment.Attachments;
import org.samband.label.Ceiling;
import org.samband.label.LabelRule;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.ledger.Draft;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.node.TestRooms;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.procedure.DossierNodes;

/// Reads every byte that leaves a node for the other one, by both transports and inside of TLS,
/// with the files that acts carry: what is own, above the ceiling, not releasable, behind it, or of
/// another partnership is not among them.
@Tag("slow")
class LinkCirclesTest {
    private static final PartnershipId JAPAN = new PartnershipId("eu-japan");

    @TempDir private Path folder;

    @Test
    @Holds({"FEDERATION-20", "FEDERATION-15", "FEDERATION-83", "FEDERATION-70"})
    void noByteLeavesThatMayNotOverTheLineOrByFile() throws Exception {
        var link = new TestLink(folder);
        try (link;
                var there = new LinkRecorder(link.euKeys, link.noKeys, link.noPort);
                var back = new LinkRecorder(link.noKeys, link.euKeys, link.euPort)) {
            link.noAddress = there.port();
            link.euAddress = back.port();
            link.openEu(new LedgerPair(JAPAN, Forms.EU, new PartyCode("JP"), Optional.empty()));
            var hidden = write(link);
            link.openNo();
            TestLink.act(link.no, "what Norway answered");
            TestLink.act(
                    link.no, Forms.PARTNERSHIP, "notat til eget bruk", Circle.OWN, "TLP:GREEN");
            TestLink.within(
                    Duration.ofSeconds(60),
                    () -> TestLink.receipted(link.eu) == 2 && TestLink.receipted(link.no) == 1);
            assertThat(size(link.no, Forms.EU))
                    .as("what may not leave stops the rest")
                    .isEqualTo(2);
            var line = there.crossed() + back.crossed();
            hidden.forEach(file -> absent(line, file.blob().hex()));
            hidden.forEach(file -> asksInVain(link, back.port(), file));
            link.eu.door(Deliveries.class).stop();
            link.no.door(Deliveries.class).stop();
            var files = carried(link.eu) + carried(link.no);
            hidden.forEach(file -> absent(files, file.blob().hex()));
            for (var crossed : List.of(there.crossed() + back.crossed(), files)) {
                for (var shown :
                        List.of("what both know", "bytes for both", "what Norway answered")) {
                    assertThat(Crossed.holds(crossed, shown)).as(shown).isTrue();
                }
                HIDDEN.forEach(text -> absent(crossed, text));
            }
        }
    }

    private static final List<String> HIDDEN =
            List.of(
                    "our own note æøå",
                    "bytes of an own note",
                    "matter of Japan",
                    "bytes for Japan",
                    "above the ceiling",
                    "bytes above it",
                    "behind what may not leave",
                    "bytes behind it",
                    "never sent",
                    "notat til eget bruk",
                    "\"own\"");

    /// Acts of every kind at the EU's node.
    ///
    /// @return files that nobody may get
    private static List<Attachment> write(TestLink link) {
        var eu = link.eu;
        var hidden = new ArrayList<Attachment>();
        TestLink.act(eu, Forms.PARTNERSHIP, "our own note æøå", Circle.OWN, "EU:LIMITE");
        hidden.add(LinkFilesTest.carried(eu, "EU", bytes("bytes of an own note"), "own TLP:GREEN"));
        TestLink.act(eu, "what both know");
        LinkFilesTest.carried(eu, "EU", bytes("bytes for both"), "TLP:GREEN");
        refusedAct(link, "above and never sent", "EU:R-UE", LabelRule.ABOVE_CEILING);
        refusedAct(link, "limited and never sent", "EU:LIMITE", LabelRule.NOT_RELEASABLE);
        // As after a change of the ceiling: nobody asked the gate before it became an entry.
        var withoutGate = eu.given(TestLink.pair(eu).counterpartKey().orElseThrow());
        withoutGate.open();
        TestLink.act(
                withoutGate,
                Forms.PARTNERSHIP,
                "above the ceiling",
                Circle.SHARED,
                "EU:R-UE;REL NO");
        keep(eu, "bytes above it");
        hidden.add(
                LinkFilesTest.carried(
                        withoutGate, "EU", bytes("bytes above it"), "EU:R-UE;REL NO"));
        TestLink.act(eu, "behind what may not leave");
        hidden.add(LinkFilesTest.carried(eu, "EU", bytes("bytes behind it"), "TLP:GREEN"));
        TestLink.act(eu, JAPAN, "matter of Japan", Circle.SHARED, "TLP:GREEN");
        hidden.add(japans(eu));
        return hidden;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.repeat(3).getBytes(UTF_8));
    }

    private static void keep(TestRooms node, String text) {
        var desk = new DossierNodes.Node("EU", node).desk();
        node.door(Attachments.class).keep(desk, Forms.PARTNERSHIP, bytes(text), "x.bin", "a/b");
    }

    /// A file of another partnership, whose act the counterpart of this one must not know.
    private static Attachment japans(TestRooms node) {
        var desk = new DossierNodes.Node("EU", node).desk();
        var kept =
                node.door(Attachments.class)
                        .keep(desk, JAPAN, bytes("bytes for Japan"), "japan.bin", "a/b");
        var file = ((Outcome.Accepted<Attachment>) kept).value();
        var draft = TestLink.draft(JAPAN, "matter of Japan", Circle.SHARED, "TLP:GREEN");
        var carrying =
                new Draft(
                        JAPAN,
                        draft.by(),
                        draft.circle(),
                        draft.marking(),
                        "",
                        "test",
                        Optional.empty(),
                        Map.of("papers", List.of(file.reference())));
        assertThat(node.door(Ledgers.class).append(carrying).isAccepted()).isTrue();
        return file;
    }

    /// Norway's node asks for a file by its SHA-256, in this partnership and in the other one.
    private static void asksInVain(TestLink link, int port, Attachment file) {
        var context =
                PinnedTrust.context(
                        link.noKeys, () -> Set.of(PairFile.pin(link.euKeys.certificate())));
        try (var client = HttpClient.newBuilder().sslContext(context).build()) {
            for (var partnership : List.of(Forms.PARTNERSHIP, JAPAN)) {
                var uri = "https://127.0.0.1:" + port + LinkPort.path(partnership, file.blob());
                var answer =
                        client.send(
                                HttpRequest.newBuilder(URI.create(uri)).build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isIn(404, 409);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /// All bytes of all segment files that this node makes, as they are and unpacked.
    private String carried(TestRooms node) throws IOException {
        var all = new StringBuilder();
        for (long from = 1; from <= 5; from++) {
            var made = Carriage.made(node, from);
            all.append(made.name()).append(new String(made.bytes(), ISO_8859_1));
            var path = Files.write(folder.resolve("read.asice"), made.bytes());
            try (var zip = new ZipFile(path.toFile())) {
                for (var entry : java.util.Collections.list(zip.entries())) {
                    all.append(entry.getName());
                    try (var in = zip.getInputStream(entry)) {
                        all.append(new String(in.readAllBytes(), ISO_8859_1));
                    }
                }
            }
        }
        return all.toString();
    }

    private static void absent(String crossed, String text) {
        assertThat(Crossed.holds(crossed, text)).as(text).isFalse();
    }

    @Test
    @Holds("FEDERATION-20")
    void thereIsOneGateAndNoWayAroundIt() {
        var federation =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.samband.federation");
        classes()
                .that()
                .areAssignableTo(LedgerBody.class)
                .should()
                .onlyHaveDependentClassesThat()
                .belongToAnyOf(Outbox.class, LedgerBody.class)
                .because("what is read from the ledger to be sent has passed the gate in Outbox")
                .check(federation);
        noClasses()
                .that()
                .doNotBelongToAnyOf(LedgerBody.class)
                .should()
                .callMethod(Ledgers.class, "bytes", LedgerId.class, long.class, int.class)
                .because("entries are sent through LedgerBody alone")
                .check(federation);
        noClasses()
                .that()
                .doNotBelongToAnyOf(Release.class)
                .should()
                .callMethod(
                        Policies.class, "mayRelease", Marking.class, String.class, Ceiling.class)
                .because("one function decides what leaves")
                .check(federation);
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
