// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachment;
import org.samband.attachment.AttachmentRule;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.samband.ledger.Ledgers;
import org.samband.parties.PartnershipId;
import org.samband.proof.Digest;

/// Answers the holders of pinned keys: takes their segments and files and gives them ours.
final class Reception {
    /// What comes with fewer bytes is held in memory, more in a file that is only passing through.
    private static final int SHORT = 1 << 18;

    private final Link link;
    private final LinkPins pins;
    private final Ledgers ledgers;
    private final Outbox outbox;
    private final Admission admission;
    private final Attachments attachments;
    private final Refusing refusing;
    private final Completeness completeness;
    private final LinkRecord record;
    private final LinkLimits limits;
    private final Consumer<PartnershipId> spoken;
    private final Map<PartnershipId, Semaphore> places = new ConcurrentHashMap<>();

    /// @param spoken told when a counterpart has been answered
    Reception(
            Link link,
            LinkPins pins,
            Ledgers ledgers,
            Outbox outbox,
            Admission admission,
            Attachments attachments,
            Refusing refusing,
            Completeness completeness,
            LinkRecord record,
            LinkLimits limits,
            Consumer<PartnershipId> spoken) {
        this.link = link;
        this.pins = pins;
        this.ledgers = ledgers;
        this.outbox = outbox;
        this.admission = admission;
        this.attachments = attachments;
        this.refusing = refusing;
        this.completeness = completeness;
        this.record = record;
        this.limits = limits;
        this.spoken = spoken;
    }

    /// A counterpart brings a segment.
    ///
    /// @param pin of the key that it holds
    /// @param partnership as its path names it
    /// @param length in bytes as it is announced; negative where it is not
    Answer take(Digest pin, String partnership, InputStream in, long length) {
        var pair = pair(partnership, pin);
        if (pair.isEmpty()) {
            return Answer.NO_SUCH_LINE;
        }
        var ledger = pair.get().counterparts();
        try (var body = body(pair.get(), in, length)) {
            // Read before a place is taken: a slow sender holds up nobody.
            var read = Segment.read(body.bytes());
            return placed(pair.get(), ledger, () -> Answer.of(taken(pair.get(), read), ledger));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Who brings a segment shows its newest receipt with it.
    private Receipt taken(LedgerPair pair, Outcome<Segment> read) {
        var taken = admission.take(pair, read);
        if (read instanceof Outcome.Accepted<Segment>(var segment)
                && segment.ledger().equals(pair.counterparts())) {
            completeness.compared(pair);
        }
        return taken.receipt();
    }

    /// Bytes that came, until they are no longer needed.
    private record Body(SegmentBody bytes) implements AutoCloseable {
        @Override
        public void close() {
            bytes.close();
        }
    }

    private Body body(LedgerPair pair, InputStream in, long length) throws IOException {
        if (length > Segment.LARGEST) {
            return new Body(new Unread(length));
        }
        if (length >= 0 && length <= SHORT) {
            return new Body(SegmentBody.of(in.readNBytes(SHORT + 1)));
        }
        var file = attachments.passing(pair.partnership());
        var bytes = new Body(SegmentBody.of(file));
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[SHORT];
            long room = Segment.LARGEST + 1L;
            for (int read = in.read(buffer); read >= 0 && room > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, room));
                room -= read;
            }
            return bytes;
        } catch (IOException | RuntimeException cut) {
            bytes.close();
            throw cut;
        }
    }

    /// What is too large to be read at all.
    private record Unread(long length) implements SegmentBody {
        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }

    /// A counterpart asks for a segment: of our ledger, or of its own as we hold it.
    ///
    /// @param from number of the first entry that it wants, counted from 1
    /// @param most entries that it wants
    /// @param of the party whose ledger is wanted; ours where none is named
    Answer give(Digest pin, String partnership, long from, long most, Optional<String> of) {
        return pair(partnership, pin)
                .filter(pair -> of.isEmpty() || of.get().equals(pair.counterpart().value()))
                .map(pair ->
                        of.isEmpty()
                                ? placed(pair, pair.shared(), () -> give(pair, from, most))
                                : placed(pair, pair.counterparts(), () -> giveBack(pair, from)))
                .orElse(Answer.NO_SUCH_LINE);
    }

    private Answer giveBack(LedgerPair pair, long from) {
        return outbox.back(pair, from, Long.MAX_VALUE)
                .map(Reception::answer)
                .orElseGet(() ->
                        refused(
                                pair,
                                pair.counterparts(),
                                Refusal.of(FederationRule.NOTHING_HELD),
                                0));
    }

    private Answer give(LedgerPair pair, long from, long most) {
        long size = ledgers.head(pair.shared()).size();
        if (from > size + 1) {
            // A claim alone stops no acts: what was lost is proved by a receipt over it.
            return refused(pair, pair.shared(), Refusal.of(FederationRule.ENTRIES_LOST), 0);
        }
        var segment = outbox.segment(pair, from, most > size ? size : from - 1 + most);
        completeness.leaving(segment);
        return answer(segment);
    }

    private static Answer answer(Segment segment) {
        return new Answer(
                Answer.OK,
                segment.length(),
                out -> {
                    try (var in = segment.open()) {
                        in.transferTo(out);
                    }
                });
    }

    private Answer refused(LedgerPair pair, LedgerId about, Refusal refusal, long have) {
        return Answer.of(refusing.signed(pair, about, refusal, have), about);
    }

    /// A counterpart brings a part of a file that was asked for, or asks how much is here.
    ///
    /// @param from number of bytes before the part; empty for the question
    Answer takeFile(
            Digest pin, String partnership, String blob, OptionalLong from, InputStream in) {
        return pair(partnership, pin)
                .map(pair ->
                        placed(
                                pair,
                                pair.counterparts(),
                                () ->
                                        known(blob)
                                                .flatMap(one -> admission.wanted(pair, one))
                                                .map(file -> takeFile(pair, file, from, in))
                                                .orElseGet(() ->
                                                        refused(
                                                                pair,
                                                                pair.counterparts(),
                                                                Refusal.of(
                                                                        AttachmentRule
                                                                                .NOT_ASKED_FOR),
                                                                0))))
                .orElse(Answer.NO_SUCH_LINE);
    }

    private Answer takeFile(LedgerPair pair, Attachment file, OptionalLong from, InputStream in) {
        if (from.isEmpty()) {
            return FilePart.answer(file, attachments.have(pair.partnership(), file));
        }
        var part = new FilePart.Bounded(in);
        return switch (attachments.take(pair.partnership(), file, from.getAsLong(), part)) {
            case Outcome.Accepted<Long>(var have) -> FilePart.answer(file, have);
            case Outcome.Refused<Long>(var refusal) -> {
                record.met(pair.partnership(), LinkEvent.Kind.REFUSED_HERE, refusal);
                yield refused(pair, pair.counterparts(), refusal, 0);
            }
        };
    }

    /// A counterpart asks for a part of a file that an entry of ours carries.
    Answer giveFile(Digest pin, String partnership, String blob, long from) {
        return pair(partnership, pin)
                .map(pair -> placed(pair, pair.shared(), () -> giveFile(pair, blob, from)))
                .orElse(Answer.NO_SUCH_LINE);
    }

    /// What may not leave and what is not there get the same answer.
    private Answer giveFile(LedgerPair pair, String blob, long from) {
        return known(blob)
                .filter(one -> outbox.mayGive(pair, one) || outbox.isTheirs(pair, one))
                .flatMap(one -> attachments.find(pair.partnership(), one))
                .map(path -> FilePart.of(path, from))
                .orElseGet(() ->
                        refused(pair, pair.shared(), Refusal.of(AttachmentRule.NOT_GIVEN), 0));
    }

    private static Optional<Digest> known(String blob) {
        return Attachment.isBlob(blob) ? Optional.of(Digest.ofHex(blob)) : Optional.empty();
    }

    /// The pair that the path names, if it is one of those whose key was shown. Who asks for
    /// another one learns nothing, not even whether it is there.
    private Optional<LedgerPair> pair(String partnership, Digest pin) {
        var found =
                ledgers.pairs().stream()
                        .filter(pair -> pair.partnership().value().equals(partnership))
                        .filter(pair -> link.counterparts().containsKey(pair.partnership()))
                        .filter(pair -> pins.counts(pair.partnership(), pin))
                        .findFirst();
        found.ifPresent(pair -> pins.shown(pair.partnership(), pin));
        return found;
    }

    private Answer placed(LedgerPair pair, LedgerId about, Supplier<Answer> work) {
        var place =
                places.computeIfAbsent(pair.partnership(), _ -> new Semaphore(limits.requests()));
        if (!taken(place, limits.connecting())) {
            return refused(pair, about, Refusal.of(FederationRule.BUSY), 0);
        }
        try {
            record.contact(pair.partnership());
            return work.get();
        } finally {
            place.release();
            spoken.accept(pair.partnership());
        }
    }

    private static boolean taken(Semaphore place, Duration patience) {
        try {
            return place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
