// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Circle;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.ledger.Entry;
import org.samband.ledger.EntryNumber;

/// What announces a key of the line, and the files in which the key waits until it is shown.
class LinkKeyEntryTest {
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    @TempDir private Path folder;
    private NodeKeys keys;
    private LinkKeyEntry entry;

    @BeforeEach
    void prepare() {
        keys = Forms.keys(folder, Forms.EU);
        entry = new LinkKeyEntry(PairFile.pin(keys.certificate()), keys.prepared(), DAY);
    }

    @Test
    @Holds("FEDERATION-35")
    void whatIsAnnouncedReadsAsItWasWritten() {
        assertThat(LinkKeyEntry.of(entry.content())).isEqualTo(entry);
        assertThat(refusal(LinkKeyEntry.SUBJECT, entry.content())).isEmpty();
    }

    @Test
    @Holds("FEDERATION-35")
    void anAnnouncementOfAnotherFormIsRefused() {
        var good = entry.content();
        var certificate = String.valueOf(good.get("certificate"));
        var bad =
                Map.of(
                        "no day", with("from", "2026-13-01"),
                        "a number", with("from", 20261201L),
                        "a time", with("from", "2026-12-01T00:00:00Z"),
                        "no hash", with("follows", "00"),
                        "capitals", with("follows", entry.follows().hex().toUpperCase(Locale.ROOT)),
                        "itself", with("follows", entry.pin().hex()),
                        "no certificate", with("certificate", "AAAA"),
                        "spaces", with("certificate", certificate + "\n"),
                        "too long", with("certificate", certificate.repeat(20)),
                        "one more", with("more", "x"));
        bad.forEach((what, content) -> {
            assertThatThrownBy(() -> LinkKeyEntry.of(content))
                    .as(what)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(refusal(LinkKeyEntry.SUBJECT, content))
                    .as(what)
                    .hasValueSatisfying(why ->
                            assertThat(why.rule()).isEqualTo(FederationRule.LINK_KEY_MALFORMED));
        });
        var without = new TreeMap<>(good);
        without.remove("from");
        assertThat(refusal(LinkKeyEntry.SUBJECT, without)).isPresent();
        assertThat(refusal("EU-1", good)).isPresent();
    }

    private Map<String, Object> with(String member, Object value) {
        var content = new TreeMap<>(entry.content());
        content.put(member, value);
        return content;
    }

    private static Optional<Refusal> refusal(String subject, Map<String, Object> content) {
        var announced =
                new Entry(
                        Forms.EU_LEDGER,
                        new EntryNumber(1),
                        0,
                        Forms.CLOCK.instant(),
                        new Entry.By("EU", "", "administrator"),
                        Circle.SHARED,
                        Marking.parse("TLP:GREEN"),
                        "",
                        LinkKeyEntry.KIND,
                        subject,
                        content);
        return new LinkKeyCheck().check(announced, false);
    }

    @Test
    @Holds("FEDERATION-37")
    void theNextKeyStaysTheSameUntilItIsShownAndTheOneBeforeIsGone() throws IOException {
        var before = keys.certificate();
        assertThat(again().next()).contains(entry.certificate());
        assertThat(again().prepared()).isEqualTo(entry.certificate());
        keys.follow();
        assertThat(keys.certificate()).isEqualTo(entry.certificate()).isNotEqualTo(before);
        assertThat(keys.next()).isEmpty();
        assertThat(again().certificate()).isEqualTo(entry.certificate());
        assertThat(again().next()).isEmpty();
        try (var files = Files.list(folder.resolve("keys-EU"))) {
            assertThat(files)
                    .extracting(file -> String.valueOf(file.getFileName()))
                    .containsExactlyInAnyOrder("ledger.key", "link.key", "link.crt");
        }
    }

    @Test
    void aChangeThatWasCutOffBetweenTheTwoFilesIsEndedAtTheNextStart() throws IOException {
        var place = folder.resolve("keys-EU");
        var waiting = Files.readAllBytes(place.resolve("link.next"));
        var old = Files.readAllBytes(place.resolve("link.key"));
        keys.follow();
        Files.write(place.resolve("link.key"), old);
        Files.write(place.resolve("link.next"), waiting);
        var ended = again();
        assertThat(ended.certificate()).isEqualTo(entry.certificate());
        assertThat(ended.linkKey()).isEqualTo(keys.linkKey());
        assertThat(place.resolve("link.next")).doesNotExist();
    }

    private NodeKeys again() {
        return Forms.keys(folder, Forms.EU);
    }
}
