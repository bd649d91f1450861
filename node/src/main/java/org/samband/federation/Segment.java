// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerId;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.JsonRefused;

/// The one unit that crosses between nodes, the same bytes by every transport: entries of one
/// party's shared ledger in order, the checkpoint after the last of them, and the sender's receipt
/// for what it holds of the other ledger. Format `samband-segment/1`; source: `spec/federation/`.
///
/// @param party whose ledger the entries are of
/// @param from number of the first entry, counted from 1; where there are no entries, the number of
///   the next
/// @param entries canonical bytes as they were signed
/// @param checkpoint of the ledger when it ended with the last of these entries
/// @param receipt the newest checkpoint of the receiver's ledger that the sender has cosigned, if
///   any
public record Segment(
        PartnershipId partnership,
        PartyCode party,
        long from,
        List<byte[]> entries,
        Checkpoint checkpoint,
        Optional<Checkpoint> receipt) {
    static final String FORMAT = "samband-segment/1";

    /// Most bytes of a segment. Source: FEDERATION-03.
    static final int LARGEST = 8 << 20;

    /// Most entries of a segment. Source: FEDERATION-03.
    static final int MOST_ENTRIES = 500;

    /// Most bytes of a segment's first line: two notes of 16,384 characters, escaped.
    static final int LONGEST_HEADER = 1 << 16;

    public Segment {
        entries = List.copyOf(entries);
        if (from < 1) {
            throw new IllegalArgumentException("a segment starts with entry 1 or later");
        }
        if (checkpoint.size() != from - 1 + entries.size()) {
            throw new IllegalArgumentException("its checkpoint is not of its last entry");
        }
    }

    LedgerId ledger() {
        return new LedgerId(partnership, party, LedgerId.Line.SHARED);
    }

    /// The canonical bytes: a first line that says what follows, then one line per entry.
    public byte[] bytes() {
        var header = new TreeMap<String, @Nullable Object>();
        header.put("format", FORMAT);
        header.put("partnership", partnership.value());
        header.put("party", party.value());
        header.put("from", from);
        header.put("entries", entries.size());
        header.put("checkpoint", checkpoint.note());
        header.put("receipt", receipt.map(Checkpoint::note).orElse(""));
        var out = new ByteArrayOutputStream();
        out.writeBytes(CanonicalJson.bytes(header));
        out.write('\n');
        for (var entry : entries) {
            out.writeBytes(entry);
            out.write('\n');
        }
        return out.toByteArray();
    }

    /// Reads a segment. What the entries say is not looked at here: admission does.
    public static Outcome<Segment> read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return tooLarge();
        }
        var lines = lines(bytes);
        if (lines.isEmpty()) {
            return notOne("it does not end with a line feed");
        }
        if (lines.size() - 1 > MOST_ENTRIES) {
            return tooLarge();
        }
        if (lines.getFirst().length > LONGEST_HEADER) {
            return notOne("its first line is too long");
        }
        try {
            return of(
                    new LinkedHashMap<String, @Nullable Object>(
                            CanonicalJson.readCanonicalObject(lines.getFirst())),
                    lines.subList(1, lines.size()));
        } catch (JsonRefused refused) {
            return notOne(refused.sentence());
        } catch (ClassCastException wrong) {
            return notOne("a member of its first line is of another kind");
        } catch (IllegalArgumentException wrong) {
            return notOne(String.valueOf(wrong.getMessage()));
        }
    }

    private static Outcome<Segment> of(Map<String, @Nullable Object> header, List<byte[]> entries) {
        if (!FORMAT.equals(taken(header, "format"))) {
            return notOne("its format is not " + FORMAT);
        }
        long count = (Long) taken(header, "entries");
        if (count != entries.size()) {
            return notOne("it says " + count + " entries and has " + entries.size());
        }
        var segment =
                new Segment(
                        new PartnershipId((String) taken(header, "partnership")),
                        new PartyCode((String) taken(header, "party")),
                        (Long) taken(header, "from"),
                        entries,
                        Checkpoint.parse((String) taken(header, "checkpoint")),
                        note((String) taken(header, "receipt")));
        return header.isEmpty()
                ? Outcome.accepted(segment)
                : notOne("its first line has a member that is not known");
    }

    private static Object taken(Map<String, @Nullable Object> header, String name) {
        var value = header.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("its first line has no \"" + name + "\"");
        }
        return value;
    }

    private static Optional<Checkpoint> note(String note) {
        return note.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(note));
    }

    /// The lines without their ends; none where the last one has no end.
    private static List<byte[]> lines(byte[] bytes) {
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int i = 0; i < bytes.length && lines.size() <= MOST_ENTRIES + 1; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        return start == bytes.length || lines.size() > MOST_ENTRIES + 1 ? lines : List.of();
    }

    static <T> Outcome<T> tooLarge() {
        return Outcome.refused(
                Refusal.of(FederationRule.TOO_LARGE)
                        .with("bytes", LARGEST)
                        .with("entries", MOST_ENTRIES));
    }

    private static <T> Outcome<T> notOne(String reason) {
        return Outcome.refused(Refusal.of(FederationRule.NOT_A_SEGMENT).with("reason", reason));
    }

    /// For logs: says nothing of the content.
    @Override
    public String toString() {
        return "segment of %s/%s from %d with %d entries"
                .formatted(partnership, party, from, entries.size());
    }
}
