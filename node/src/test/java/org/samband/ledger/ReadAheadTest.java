// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samband.act.Circle;
import org.samband.label.Marking;
import org.samband.node.TestRooms;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.MerkleTree;

/// What is read ahead comes in its order, with what it says, whatever stands before or behind it.
class ReadAheadTest {
    private static final int MANY = 1_000;

    private static byte[] bytes(int number, Marking marking) {
        var eu =
                new LedgerId(
                        new PartnershipId("eu-norway"), new PartyCode("EU"), LedgerId.Line.SHARED);
        return EntryForm.bytes(
                new Entry(
                        eu,
                        new EntryNumber(number),
                        number / 2,
                        TestRooms.NOON.plusMillis(number),
                        new Entry.By("EEAS", "EXERCISE Øst", "desk officer"),
                        Circle.SHARED,
                        marking,
                        "cyber",
                        "test",
                        "EU-" + number,
                        Map.of("text", "EXERCISE " + number, "list", List.of(1L, true))));
    }

    private static List<byte[]> many() {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> bytes(number, Marking.parse("TLP:GREEN")))
                .toList();
    }

    private static List<ReadAhead.One> read(Iterator<byte[]> entries) {
        var all = new ArrayList<ReadAhead.One>();
        try (var ahead = new ReadAhead(entries)) {
            while (ahead.hasNext()) {
                all.add(ahead.next());
            }
        }
        return all;
    }

    @Test
    void entriesComeInTheirOrderEachWithItsLeaf() throws Exception {
        var entries = many();
        var all = read(entries.iterator());
        assertThat(all).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(all.get(i).bytes()).isSameAs(entries.get(i));
            assertThat(all.get(i).leaf()).isEqualTo(MerkleTree.leaf(entries.get(i)));
            assertThat(all.get(i).entry()).isEqualTo(EntryForm.stored(entries.get(i)));
        }
        assertThat(read(List.<byte[]>of().iterator())).isEmpty();
    }

    @Test
    void whatIsInNoFormIsKnownByItsPlaceAndThoseBehindItAreRead() {
        var entries = new ArrayList<>(many());
        entries.set(70, "{".getBytes(StandardCharsets.UTF_8));
        entries.set(
                500,
                new String(entries.get(500), StandardCharsets.UTF_8)
                        .replace("{", "{ ")
                        .getBytes(StandardCharsets.UTF_8));
        var all = read(entries.iterator());
        assertThat(IntStream.range(0, MANY).filter(i -> all.get(i).entry() == null))
                .containsExactly(70, 500);
        assertThat(all.get(70).wrong()).isNotEmpty();
        assertThat(all.get(500).wrong()).contains("samband-entry/1");
    }

    @Test
    void aDeliveryThatBreaksOffEndsTheReading() {
        var broken =
                Stream.concat(
                                many().stream(),
                                Stream.of(new byte[0])
                                        .peek(_ -> {
                                            throw new UncheckedIOException(
                                                    new IOException("broken off"));
                                        }))
                        .iterator();
        assertThatThrownBy(() -> read(broken)).isInstanceOf(UncheckedIOException.class);
    }

    /// Bytes that say the same in other words are refused as before: a time with needless digits, a
    /// marking in another order, a fourth name of who acted, an unknown or a missing member.
    @Test
    void theSameInOtherWordsIsNoEntry() throws Exception {
        var two = Marking.parse("EU:LIMITE;REL NO|TLP:GREEN");
        var genuine = new String(bytes(1, two), StandardCharsets.UTF_8);
        assertThat(EntryForm.read(genuine.getBytes(StandardCharsets.UTF_8)).marking())
                .isEqualTo(two);
        for (var other :
                List.of(
                        genuine.replace("00.001Z", "00.001000Z"),
                        genuine.replace("EU:LIMITE;REL NO|TLP:GREEN", "TLP:GREEN|EU:LIMITE;REL NO"),
                        genuine.replace("\"by\":{", "\"by\":{\"a\":\"b\","),
                        genuine.replace("\"circle\"", "\"cause\":\"x\",\"circle\""),
                        genuine.replace("\"circle\"", "\"cause\":null,\"circle\""),
                        genuine.replace("\"area\":\"cyber\",", ""),
                        genuine.replace("\"number\":1,", "\"number\":1.0,"),
                        genuine.replace("\"list\":[1,true]", "\"list\":[1.0,true]"),
                        genuine.replace("\"EU-1\"", "\"\\u0045U-1\""),
                        genuine.replace("Øst", "\\u00d8st"),
                        genuine + " ")) {
            assertThat(other).isNotEqualTo(genuine);
            var bytes = other.getBytes(StandardCharsets.UTF_8);
            assertThat(ReadAhead.One.of(bytes).entry()).as(other).isNull();
        }
    }
}
