// SPDX-License-Identifier: EUPL-1.2
package org.samband.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.EntryNumber;
import org.samband.ledger.EntryRecorded;
import org.samband.ledger.LedgerId;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.proof.Digest;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The door to the files that acts carry. What one partnership has, no other one has: the same file
/// in two partnerships is kept twice.
@Component
public class Attachments {
    /// How long a file waits for an act or an entry that refers to it.
    private static final Duration WAITS = Duration.ofDays(7);

    /// How long a part waits for another one of the same file.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlobFolder folder;
    private final AttachmentRows rows;
    private final Sights sights;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> comingIn = new ConcurrentHashMap<>();

    Attachments(BlobFolder folder, AttachmentRows rows, Sights sights, InstantSource clock) {
        this.folder = folder;
        this.rows = rows;
        this.sights = sights;
        this.clock = clock;
    }

    /// Keeps what an officer puts on a form; it waits for the act that carries it.
    ///
    /// @param name as the browser gives it, perhaps with folders
    public Outcome<Attachment> keep(
            Officer officer, PartnershipId partnership, InputStream in, String name, String type) {
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        if (!Attachment.isName(bare.strip())) {
            return Outcome.refused(AttachmentRule.NAME);
        }
        var kept = keep(partnership, in);
        if (kept instanceof Outcome.Refused<BlobFolder.Written>(var refusal)) {
            return Outcome.refused(refusal);
        }
        var written = ((Outcome.Accepted<BlobFolder.Written>) kept).value();
        if (written.length() == 0) {
            return Outcome.refused(Refusal.of(AttachmentRule.EMPTY).with("name", bare.strip()));
        }
        sights.run(
                Sight.NODE,
                () -> rows.uploaded(partnership, officer.id(), written.blob(), clock.instant()));
        var media = type.strip().toLowerCase(java.util.Locale.ROOT);
        return Outcome.accepted(
                new Attachment(
                        written.blob(),
                        written.length(),
                        bare.strip(),
                        Attachment.isMediaType(media) ? media : Attachment.UNKNOWN_TYPE));
    }

    private Outcome<BlobFolder.Written> keep(PartnershipId partnership, InputStream in) {
        try {
            var full = noRoom(1);
            if (full.isPresent()) {
                return Outcome.refused(full.get());
            }
            return Outcome.accepted(folder.write(partnership, in, Attachment.LARGEST));
        } catch (BlobFolder.TooMany _) {
            return Outcome.refused(
                    Refusal.of(AttachmentRule.TOO_LARGE).with("most", Attachment.LARGEST));
        } catch (IOException broken) {
            return Outcome.refused(fullOr(broken, 1));
        }
    }

    /// A disk that is full is an answer; any other failure is not.
    private Refusal fullOr(IOException broken, long bytes) {
        return noRoom(bytes).orElseThrow(() -> new UncheckedIOException(broken));
    }

    /// Why so many bytes more have no room on the disk; empty if they have.
    public Optional<Refusal> noRoom(long bytes) {
        try {
            return folder.hasRoom(bytes)
                    ? Optional.empty()
                    : Optional.of(Refusal.of(AttachmentRule.NO_ROOM).with("bytes", bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Why an officer's act may not carry a file: only what the officer put on a form in the last
    /// days, so that nobody gets a file by knowing its SHA-256.
    public Optional<Refusal> mayCarry(
            Officer officer, PartnershipId partnership, Attachment attachment) {
        var since = clock.instant().minus(WAITS);
        boolean uploaded =
                sights.within(
                        Sight.NODE,
                        () -> rows.isUploaded(partnership, officer.id(), attachment.blob(), since));
        return uploaded && isWhole(partnership, attachment)
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(AttachmentRule.NOT_UPLOADED).with("name", attachment.name()));
    }

    /// Where the bytes stand; empty if they are not here, or not all.
    public Optional<Path> find(PartnershipId partnership, Attachment attachment) {
        return isWhole(partnership, attachment)
                ? Optional.of(folder.path(partnership, attachment.blob()))
                : Optional.empty();
    }

    boolean isWhole(PartnershipId partnership, Attachment attachment) {
        var path = folder.path(partnership, attachment.blob());
        try {
            return Files.isRegularFile(path) && Files.size(path) == attachment.length();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void touch(PartnershipId partnership, Attachment attachment) {
        folder.touch(partnership, attachment.blob(), clock.instant());
    }

    /// Where the bytes of a file stand, whatever refers to it; empty if it is not here.
    public Optional<Path> find(PartnershipId partnership, Digest blob) {
        return folder.has(partnership, blob)
                ? Optional.of(folder.path(partnership, blob))
                : Optional.empty();
    }

    /// What the entries of a ledger carry, in their order.
    ///
    /// @param from number of the first entry, counted from 1
    /// @param to of the last
    public List<CarriedBlob> carried(LedgerId ledger, long from, long to) {
        return sights.within(Sight.NODE, () -> rows.carried(ledger, from, to));
    }

    /// The entries of a ledger that carry a file, in order.
    public List<EntryNumber> carriers(LedgerId ledger, Digest blob) {
        return sights.within(Sight.NODE, () -> rows.carriers(ledger, blob));
    }

    /// How many bytes of a file are here: all of them, or the part that came before a cut.
    public long have(PartnershipId partnership, Attachment attachment) {
        try {
            return isWhole(partnership, attachment)
                    ? attachment.length()
                    // All of it and not whole: its end was not reached, so its end comes again.
                    : Math.min(
                            folder.begun(partnership, attachment.blob()), attachment.length() - 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Takes a part of a file that an entry of the counterpart carries. The file is here when all
    /// of it is here and has its SHA-256.
    ///
    /// @param from number of bytes before this part
    /// @return how many bytes are here now; a part that does not follow what is here changes
    ///   nothing
    public Outcome<Long> take(
            PartnershipId partnership, Attachment attachment, long from, InputStream part) {
        var place = partnership + "/" + attachment.blob();
        var one = comingIn.computeIfAbsent(place, _ -> new ReentrantLock());
        if (!entered(one)) {
            return Outcome.accepted(have(partnership, attachment));
        }
        try {
            // The same file may come by push and by pull at once: each goes on behind the other.
            long have = have(partnership, attachment);
            return have != from || isWhole(partnership, attachment)
                    ? Outcome.accepted(have)
                    : taken(partnership, attachment, from, part);
        } catch (BlobFolder.TooMany _) {
            return Outcome.refused(AttachmentRule.ALTERED);
        } catch (IOException broken) {
            return Outcome.refused(fullOr(broken, attachment.length() - from));
        } finally {
            one.unlock();
            comingIn.remove(place, one);
        }
    }

    private static boolean entered(ReentrantLock one) {
        try {
            return one.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome<Long> taken(
            PartnershipId partnership, Attachment attachment, long from, InputStream part)
            throws IOException {
        var full = noRoom(attachment.length() - from);
        if (full.isPresent()) {
            return Outcome.refused(full.get());
        }
        long now = folder.add(partnership, attachment, from, part);
        if (now == attachment.length() && !folder.complete(partnership, attachment.blob())) {
            return Outcome.refused(AttachmentRule.ALTERED);
        }
        return Outcome.accepted(now);
    }

    /// A new file beside the others for what only passes through this node; whoever asks for it
    /// deletes it.
    public Path passing(PartnershipId partnership) {
        return folder.passing(partnership);
    }

    /// Keeps in mind which entries carry which files, in the transaction that stores the entry.
    @EventListener
    void on(EntryRecorded recorded) {
        var entry = recorded.entry();
        for (var attachment : Attachment.wellFormed(entry.content())) {
            rows.carried(entry, attachment);
        }
    }

    /// Copies the files that entries carry to a folder, each under its SHA-256.
    ///
    /// @param withOwn also those of our own line
    public void copyTo(PartnershipId partnership, boolean withOwn, Path to) throws IOException {
        for (var blob : sights.within(Sight.NODE, () -> rows.carried(partnership, withOwn))) {
            if (folder.has(partnership, blob)) {
                Files.createDirectories(to);
                Files.copy(
                        folder.path(partnership, blob),
                        to.resolve(blob.hex()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Takes in the files of such a folder. A file that is not what its name says is left out.
    public void takeFrom(PartnershipId partnership, Path from) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                var name = String.valueOf(file.getFileName());
                if (Attachment.isBlob(name)) {
                    try (var in = Files.newInputStream(file)) {
                        folder.write(partnership, in, Attachment.LARGEST);
                    }
                }
            }
        }
    }

    /// Deletes files that no entry has come to carry in a week, and what was begun and never ended.
    ///
    /// @return how many files were deleted
    public int sweep(List<PartnershipId> partnerships) {
        var since = clock.instant().minus(WAITS);
        int deleted = 0;
        try {
            for (var partnership : partnerships) {
                folder.forgetBegun(partnership, since);
                try (var old = folder.untouchedSince(partnership, since)) {
                    for (var blob : old.toList()) {
                        if (!sights.within(Sight.NODE, () -> rows.isCarried(partnership, blob))) {
                            folder.delete(partnership, blob);
                            deleted++;
                        }
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return deleted;
    }
}
