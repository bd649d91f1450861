// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.samband.act.Circle;
import org.samband.act.Refusal;
import org.samband.attachment.Attachments;
import org.samband.label.Ceiling;
import org.samband.label.Labels;
import org.samband.label.Policies;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerKeys;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.ledger.Outline;
import org.samband.proof.Digest;
import org.samband.proof.KeyEntry;
import org.springframework.stereotype.Component;

/// What is to leave: the entries of our shared ledger for which no receipt is here, each past the
/// gate, and the files that they carry. It keeps nothing of its own: the ledger and its receipts
/// say it all.
@Component
class Outbox {
    /// Bytes for the entries of a segment.
    private static final long ROOM = Segment.LARGEST - Segment.LONGEST_HEADER;

    private final Ledgers ledgers;
    private final LedgerKeys keys;
    private final Labels labels;
    private final Attachments attachments;
    private final Release release;
    private final LinkRecord record;

    Outbox(
            Ledgers ledgers,
            LedgerKeys keys,
            Labels labels,
            Attachments attachments,
            Policies policies,
            Ceiling ceiling,
            LinkRecord record) {
        this.ledgers = ledgers;
        this.keys = keys;
        this.labels = labels;
        this.attachments = attachments;
        this.release = new Release(policies, ceiling);
        this.record = record;
    }

    /// The next segment, with as many entries as it may carry and as may leave.
    ///
    /// @param from number of the first entry; at most one more than the ledger has
    Segment segment(LedgerPair pair, long from) {
        return segment(pair, from, Long.MAX_VALUE);
    }

    /// @param last number of the last entry that it may have
    Segment segment(LedgerPair pair, long from, long last) {
        var leaving =
                mayLeave(pair, delivered(pair) + 1, from - 1)
                        ? leaving(pair, fitting(pair.shared(), from, last))
                        : List.<Outline>of();
        return new Segment(
                new SegmentHead(
                        pair.partnership(),
                        pair.ours(),
                        from,
                        leaving.size(),
                        ledgers.checkpoint(pair.shared(), from - 1 + leaving.size()),
                        ledgers.head(pair.counterparts()).cosigned()),
                new LedgerBody(ledgers, pair.shared(), leaving));
    }

    /// The counterpart's own ledger as it stands here, from an entry on, for a counterpart that has
    /// lost it: nothing of ours is in it. It ends at the first checkpoint that shows it, which is
    /// that of the next change of key or the newest one, or before where that is too much.
    ///
    /// @param from number of the first entry
    /// @param last number of the last entry that it may have
    /// @return empty where nothing is held
    Optional<Segment> back(LedgerPair pair, long from, long last) {
        var head = ledgers.head(pair.counterparts());
        long first = Math.min(from, head.size() + 1);
        return keys.of(pair, head.ledger()).stream()
                .filter(held -> held.number() >= first)
                .flatMap(held -> held.note().stream())
                .findFirst()
                .or(head::cosigned)
                .map(shown -> {
                    var entries = fitting(head.ledger(), first, Math.min(last, shown.size()));
                    return new Segment(
                            new SegmentHead(
                                    pair.partnership(),
                                    pair.counterpart(),
                                    first,
                                    entries.size(),
                                    shown,
                                    Optional.empty()),
                            new LedgerBody(ledgers, head.ledger(), entries));
                });
    }

    /// Entries, from the first on, that fit into one segment.
    private List<Outline> fitting(LedgerId ledger, long first, long last) {
        int most = (int) Math.min(Segment.MOST_ENTRIES, Math.max(0, last - first + 1));
        var fitting = new ArrayList<Outline>();
        long room = ROOM;
        for (var outline : ledgers.outlines(ledger, first, most)) {
            room -= outline.length() + 1L;
            if (room < 0) {
                return fitting;
            }
            fitting.add(outline);
        }
        return fitting;
    }

    /// Whether an entry of the counterpart's own carries a file.
    boolean isTheirs(LedgerPair pair, Digest blob) {
        return !attachments.carriers(pair.counterparts(), blob).isEmpty();
    }

    private List<Outline> leaving(LedgerPair pair, List<Outline> outlines) {
        var gate = new Gate(pair);
        var leaving = new ArrayList<Outline>();
        for (var outline : outlines) {
            var refusal = gate.refusal(outline);
            if (refusal.isPresent()) {
                record.met(pair.partnership(), LinkEvent.Kind.NOT_SENT, refusal.get());
                return leaving;
            }
            leaving.add(outline);
            if (outline.kind().equals(KeyEntry.KIND)) {
                return leaving; // LEDGER-18: its checkpoint shows who follows whom.
            }
        }
        return leaving;
    }

    /// The gate, asked once for entries of one ledger that have the same marking and circle.
    private final class Gate {
        private final LedgerPair pair;
        private final Map<Kind, Optional<Refusal>> asked = new HashMap<>();

        private record Kind(Circle circle, int label) {}

        Gate(LedgerPair pair) {
            this.pair = pair;
        }

        Optional<Refusal> refusal(Outline outline) {
            return asked.computeIfAbsent(
                    new Kind(outline.circle(), outline.label()),
                    _ ->
                            release.refusal(
                                    new Release.Leaving(
                                            pair.shared(),
                                            outline.number(),
                                            outline.circle(),
                                            labels.marking(outline.label())),
                                    pair.partnership(),
                                    pair.counterpart()));
        }
    }

    /// Whether a file may leave: only where an entry of ours carries it that may leave itself, as
    /// may all before it that are still to go.
    boolean mayGive(LedgerPair pair, Digest blob) {
        long next = delivered(pair) + 1;
        return attachments.carriers(pair.shared(), blob).stream()
                .map(EntryNumber::value)
                .anyMatch(number -> mayLeave(pair, Math.min(number, next), number));
    }

    private long delivered(LedgerPair pair) {
        return ledgers.head(pair.shared()).acknowledged();
    }

    /// Whether all these entries may leave: one that may not stops those behind it.
    private boolean mayLeave(LedgerPair pair, long first, long last) {
        var gate = new Gate(pair);
        for (long from = first; from <= last; from += Segment.MOST_ENTRIES) {
            int most = (int) Math.min(Segment.MOST_ENTRIES, last - from + 1);
            for (var outline : ledgers.outlines(pair.shared(), from, most)) {
                var refusal = gate.refusal(outline);
                if (refusal.isPresent()) {
                    record.met(pair.partnership(), LinkEvent.Kind.NOT_SENT, refusal.get());
                    return false;
                }
            }
        }
        return true;
    }
}
