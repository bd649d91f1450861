// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
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
/// A segment is read as often as it is needed, from wherever its bytes stand; it need not fit into
/// memory.
public final class Segment implements AutoCloseable {
    /// Most bytes of a segment. Source: FEDERATION-03.
    static final int LARGEST = 64 << 20;

    /// Most entries of a segment. Source: FEDERATION-03.
    static final int MOST_ENTRIES = 10_000;

    /// Most bytes of a segment's first line: two notes of 16,384 characters, escaped.
    static final int LONGEST_HEADER = 1 << 16;

    /// Most bytes of one entry. Source: LEDGER-04.
    static final int LONGEST_ENTRY = 1 << 20;

    private final SegmentHead head;
    private final SegmentBody body;

    Segment(SegmentHead head, SegmentBody body) {
        this.head = head;
        this.body = body;
    }

    /// A segment in memory.
    ///
    /// @param entries canonical bytes as they were signed
    public Segment(
            PartnershipId partnership,
            PartyCode party,
            long from,
            List<byte[]> entries,
            Checkpoint checkpoint,
            Optional<Checkpoint> receipt) {
        this(
                new SegmentHead(partnership, party, from, entries.size(), checkpoint, receipt),
                SegmentBody.of(List.copyOf(entries)));
    }

    public PartnershipId partnership() {
        return head.partnership();
    }

    /// Whose ledger the entries are of.
    public PartyCode party() {
        return head.party();
    }

    /// Number of the first entry, counted from 1; where there are no entries, of the next.
    public long from() {
        return head.from();
    }

    /// How many entries there are.
    public long count() {
        return head.count();
    }

    /// Number of the last entry; where there are none, one less than that of the next.
    public long end() {
        return from() - 1 + count();
    }

    /// Of the ledger when it ended with the last of these entries; of what is given back it may be
    /// a later one ({@link Stretch}).
    public Checkpoint checkpoint() {
        return head.checkpoint();
    }

    /// The newest checkpoint of the receiver's ledger that the sender has cosigned, if any.
    public Optional<Checkpoint> receipt() {
        return head.receipt();
    }

    LedgerId ledger() {
        return new LedgerId(partnership(), party(), LedgerId.Line.SHARED);
    }

    /// In bytes.
    public long length() {
        return head.bytes().length + 1 + body.length();
    }

    /// All its bytes: a first line that says what follows, then one line per entry.
    public InputStream open() {
        var first = new ByteArrayInputStream(head.bytes());
        var end = new ByteArrayInputStream(new byte[] {'\n'});
        try {
            return new SequenceInputStream(new SequenceInputStream(first, end), body.open());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// All its bytes at once: for a short one.
    public byte[] bytes() {
        try (var in = open()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// All entries at once: for a short one.
    public List<byte[]> entries() {
        var entries = new ArrayList<byte[]>();
        try (var lines = lines()) {
            lines.forEachRemaining(entries::add);
        }
        return entries;
    }

    /// The entries, one after the other.
    public Lines lines() {
        try {
            return new Lines(new EntryLines(body.open()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Entries as they were signed, without the ends of their lines.
    public static final class Lines implements Iterator<byte[]>, AutoCloseable {
        private final EntryLines lines;
        private byte @Nullable [] next;

        private Lines(EntryLines lines) {
            this.lines = lines;
            this.next = read();
        }

        private byte @Nullable [] read() {
            try {
                return lines.next(LONGEST_ENTRY);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public byte[] next() {
            var line = next;
            if (line == null) {
                throw new NoSuchElementException("there are no more entries");
            }
            next = read();
            return line;
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /// The last entry, if there is one.
    Optional<byte[]> last() {
        var last = Optional.<byte[]>empty();
        try (var lines = lines()) {
            while (lines.hasNext()) {
                last = Optional.of(lines.next());
            }
        }
        return last;
    }

    /// The files that entries carry from this number on, in their order, each with the number of
    /// the first entry that carries it.
    ///
    /// @param from number of an entry, counted from 1
    public Map<Attachment, Long> attachments(long from) {
        var found = new LinkedHashMap<Attachment, Long>();
        try (var lines = lines()) {
            for (long number = from(); lines.hasNext(); number++) {
                var entry = lines.next();
                if (number >= from && FileMention.in(entry)) {
                    for (var file : carried(entry)) {
                        found.putIfAbsent(file, number);
                    }
                }
            }
        }
        return Collections.unmodifiableMap(found);
    }

    private static List<Attachment> carried(byte[] entry) {
        try {
            return CanonicalJson.readCanonicalObject(entry).get("content")
                            instanceof Map<?, ?> content
                    ? Attachment.wellFormed(Map.of("content", content))
                    : List.of();
        } catch (JsonRefused _) {
            return List.of(); // Admission refuses it.
        }
    }

    @Override
    public void close() {
        body.close();
    }

    /// Reads a segment in memory.
    public static Outcome<Segment> read(byte[] bytes) {
        return read(SegmentBody.of(bytes));
    }

    /// Reads a segment. What the entries say is not looked at here: admission does.
    static Outcome<Segment> read(SegmentBody whole) {
        if (whole.length() > LARGEST) {
            return Outcome.refused(tooLarge());
        }
        try (var lines = new EntryLines(whole.open())) {
            var first = lines.next(LONGEST_HEADER);
            if (first == null) {
                return SegmentHead.notOne("it does not end with a line feed");
            }
            return switch (SegmentHead.read(first)) {
                case Outcome.Accepted<SegmentHead>(var head) ->
                        counted(head, lines, whole.after(first.length + 1));
                case Outcome.Refused<SegmentHead>(var refusal) -> Outcome.refused(refusal);
            };
        } catch (EntryLines.Wrong wrong) {
            return wrong.isTooLong()
                    ? Outcome.refused(tooLarge())
                    : SegmentHead.notOne("it does not end with a line feed");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Outcome<Segment> counted(SegmentHead head, EntryLines lines, SegmentBody body)
            throws IOException {
        long count = 0;
        while (lines.next(LONGEST_ENTRY) != null) {
            count++;
        }
        if (count > MOST_ENTRIES) {
            return Outcome.refused(tooLarge());
        }
        return count == head.count()
                ? Outcome.accepted(new Segment(head, body))
                : SegmentHead.notOne("it says " + head.count() + " entries and has " + count);
    }

    static Refusal tooLarge() {
        return Refusal.of(FederationRule.TOO_LARGE)
                .with("bytes", LARGEST)
                .with("entries", MOST_ENTRIES);
    }

    /// For logs: says nothing of the content.
    @Override
    public String toString() {
        return "segment of %s/%s from %d with %d entries"
                .formatted(partnership(), party(), from(), count());
    }
}
