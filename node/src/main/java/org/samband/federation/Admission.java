// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.attachment.AttachmentRule;
import org.samband.attachment.Attachments;
import org.samband.ledger.Admissions;
import org.samband.ledger.LedgerKeys;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.LedgerRule;
import org.samband.ledger.Ledgers;
import org.samband.ledger.ReceiptDecision;
import org.samband.ledger.Rejection;
import org.samband.ledger.Taking;
import org.samband.parties.PartnershipId;
import org.samband.proof.Checkpoint;
import org.samband.proof.Digest;
import org.springframework.stereotype.Component;

/// Takes a segment of the counterpart, by whatever transport it came, and answers with the receipt.
/// Source: `spec/federation/`, section "Admission".
@Component
class Admission {
    /// Most files that are asked for at once. Source: FEDERATION-80.
    private static final int MOST_FILES = 300;

    /// Most entries that one refusal names. Source: FEDERATION-06.
    private static final int MOST_REJECTIONS = 20;

    private final Ledgers ledgers;
    private final Admissions admissions;
    private final LedgerKeys keys;
    private final Attachments attachments;
    private final Refusing refusing;
    private final LinkRecord record;
    private final Map<PartnershipId, Map<Digest, Attachment>> wanted = new ConcurrentHashMap<>();

    Admission(
            Ledgers ledgers,
            Admissions admissions,
            LedgerKeys keys,
            Attachments attachments,
            Refusing refusing,
            LinkRecord record) {
        this.ledgers = ledgers;
        this.admissions = admissions;
        this.keys = keys;
        this.attachments = attachments;
        this.refusing = refusing;
        this.record = record;
    }

    /// What came of a segment.
    ///
    /// @param fresh how many entries were new
    /// @param missing files that must be here before it can be taken
    record Taken(Receipt receipt, int fresh, List<Attachment> missing) {
        Taken(Receipt receipt, int fresh) {
            this(receipt, fresh, List.of());
        }
    }

    /// Takes what should be a segment's bytes, from the counterpart of a partnership.
    Taken take(LedgerPair pair, Outcome<Segment> read) {
        return switch (read) {
            case Outcome.Accepted<Segment>(var segment) -> take(pair, segment);
            case Outcome.Refused<Segment>(var refusal) -> refused(pair, refusal, List.of());
        };
    }

    Taken take(LedgerPair pair, Segment segment) {
        if (!segment.ledger().equals(pair.counterparts())) {
            return refused(pair, Refusal.of(FederationRule.NO_SUCH_LINE), List.of());
        }
        if (segment.checkpoint().size() != segment.end()) {
            return refused(
                    pair,
                    SegmentHead.refusal("its checkpoint is not of its last entry"),
                    List.of());
        }
        segment.receipt().ifPresent(receipt -> keep(pair, receipt));
        if (record.isHeld(pair.partnership())) {
            return refused(pair, Refusal.of(FederationRule.HELD), List.of());
        }
        var missing = missing(pair, segment);
        if (!missing.isEmpty()) {
            return asking(pair, missing);
        }
        return switch (admitted(pair, segment)) {
            case Taking.Taken(var fresh, var receipt) -> {
                record.over(pair.partnership(), LinkEvent.Kind.REFUSED_HERE);
                yield new Taken(new Receipt.Cosigned(receipt), fresh);
            }
            case Taking.NotTaken(var refusal, var entries) ->
                    refused(pair, refusal, rejected(entries));
        };
    }

    private Taking admitted(LedgerPair pair, Segment segment) {
        try (var entries = segment.lines()) {
            return admissions.take(
                    pair.counterparts(),
                    segment.from(),
                    segment.count(),
                    entries,
                    segment.last(),
                    segment.checkpoint());
        }
    }

    /// The files that new entries carry and that are not here. Nothing is asked for on the word of
    /// somebody who has not signed the checkpoint, nor for entries that could not be taken yet.
    Map<Attachment, Long> missing(LedgerPair pair, Segment segment) {
        long have = have(pair);
        if (segment.from() > have + 1
                || keys.speaking(pair, pair.counterparts()).stream()
                        .noneMatch(segment.checkpoint()::isSignedBy)) {
            return Map.of();
        }
        var missing = new LinkedHashMap<Attachment, Long>();
        segment.attachments(have + 1)
                .forEach((file, number) -> {
                    if (missing.size() < MOST_FILES
                            && attachments.find(pair.partnership(), file).isEmpty()) {
                        missing.put(file, number);
                    }
                });
        return missing;
    }

    private Taken asking(LedgerPair pair, Map<Attachment, Long> missing) {
        var files = new LinkedHashMap<Digest, Attachment>();
        missing.keySet().forEach(file -> files.putIfAbsent(file.blob(), file));
        want(pair.partnership(), files);
        var refusal =
                Refusal.of(AttachmentRule.NOT_HERE)
                        .with("number", missing.values().iterator().next());
        var asked =
                Receipt.Refused.of(refusal, have(pair))
                        .asking(files.keySet().stream().map(Digest::hex).toList());
        return new Taken(
                refusing.signed(pair, pair.counterparts(), asked),
                0,
                List.copyOf(missing.keySet()));
    }

    /// Keeps in mind what was asked for; the oldest is forgotten first, and asked for again when it
    /// is needed.
    private void want(PartnershipId partnership, Map<Digest, Attachment> files) {
        var all = wanted.computeIfAbsent(partnership, _ -> new LinkedHashMap<>());
        synchronized (all) {
            all.putAll(files);
            var oldest = all.keySet().iterator();
            while (all.size() > 2 * MOST_FILES) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    /// A file that was asked for; empty for any other one.
    Optional<Attachment> wanted(LedgerPair pair, Digest blob) {
        var all = wanted.computeIfAbsent(pair.partnership(), _ -> new LinkedHashMap<>());
        synchronized (all) {
            return Optional.ofNullable(all.get(blob));
        }
    }

    private long have(LedgerPair pair) {
        return ledgers.head(pair.counterparts()).size();
    }

    private static List<Rejection> rejected(List<Taking.RefusedEntry> entries) {
        return entries.stream()
                .limit(MOST_REJECTIONS)
                .map(one ->
                        new Rejection(
                                one.number(),
                                one.leaf(),
                                one.refusal().rule().id(),
                                Receipt.Refused.shortened(one.refusal().sentence()),
                                Receipt.Refused.shortened(one.refusal().facts())))
                .toList();
    }

    /// Refuses a delivery, and signs why.
    Taken refused(LedgerPair pair, Refusal refusal, List<Rejection> rejections) {
        if (refusal.rule() == LedgerRule.FORK) {
            record.hold(
                    pair.partnership(),
                    Long.parseLong(refusal.facts().getOrDefault("number", "0")));
        }
        record.met(pair.partnership(), LinkEvent.Kind.REFUSED_HERE, refusal);
        var refused = Receipt.Refused.of(refusal, have(pair)).with(rejections);
        return new Taken(refusing.signed(pair, pair.counterparts(), refused), 0);
    }

    /// Keeps the counterpart's receipt over our ledger, whichever way it came.
    ///
    /// @return false if it proves nothing, or proves that this node has lost entries that it sent
    boolean keep(LedgerPair pair, Checkpoint receipt) {
        var head = ledgers.head(pair.shared());
        var worth = ReceiptDecision.of(head.size(), head.acknowledged(), receipt.size());
        if (admissions.receipt(pair.shared(), receipt)
                instanceof Outcome.Refused<Long>(var refusal)) {
            record.met(pair.partnership(), LinkEvent.Kind.REFUSED_HERE, refusal);
            return false;
        }
        if (worth == ReceiptDecision.MORE_THAN_HELD) {
            record.lost(pair.partnership(), receipt.size(), head.size());
            return false;
        }
        if (worth == ReceiptDecision.NEW) {
            record.changed(pair.partnership());
        }
        return true;
    }
}
