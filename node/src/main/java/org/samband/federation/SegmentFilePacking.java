// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.attachment.Attachments;
import org.samband.attachment.CarriedBlob;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.samband.proof.Digest;

/// Decides what goes into each segment file: entries as the outbox gives them, past the gate, with
/// the files that they carry. Where the files are too many, it ends with an earlier entry; where
/// those of the first entry alone are, this entry goes into several segment files. Source:
/// `spec/federation/`, FEDERATION-69.
final class SegmentFilePacking {
    private final Outbox outbox;
    private final Attachments attachments;
    private final SegmentFileLimits limits;

    SegmentFilePacking(Outbox outbox, Attachments attachments, SegmentFileLimits limits) {
        this.outbox = outbox;
        this.attachments = attachments;
        this.limits = limits;
    }

    /// What goes into one segment file.
    ///
    /// @param part of those with the same entries, counted from 1
    /// @param back whether the entries are the counterpart's own
    record Load(Segment segment, List<CarriedBlob> files, int part, int parts, boolean back) {
        /// As in a file's name: `-2of3`, `-back`; nothing where it is one of ours alone.
        String place() {
            return (back ? "-back" : "") + (parts == 1 ? "" : "-" + part + "of" + parts);
        }

        /// Number of the first entry that carries a file.
        long carrier(Digest blob) {
            return files.stream()
                    .filter(file -> file.blob().equals(blob))
                    .mapToLong(CarriedBlob::number)
                    .findFirst()
                    .orElseThrow();
        }

        long bytes() {
            return files.stream().mapToLong(CarriedBlob::length).sum();
        }
    }

    /// The segment files that begin with an entry: one, or several with the same entries.
    ///
    /// @param from number of the first entry; at most one more than the ledger has
    Outcome<List<Load>> from(LedgerPair pair, long from) {
        return packed(pair, pair.shared(), from, last -> outbox.segment(pair, from, last));
    }

    /// The segment files in which the counterpart's own entries are given back that begin with one.
    ///
    /// @param from number of one that is held
    Outcome<List<Load>> back(LedgerPair pair, long from) {
        return packed(
                pair,
                pair.counterparts(),
                from,
                last -> outbox.back(pair, from, last).orElseThrow());
    }

    /// @param upTo the segment that ends with this entry, or with one before
    private Outcome<List<Load>> packed(
            LedgerPair pair, LedgerId ledger, long from, LongFunction<Segment> upTo) {
        var segment = upTo.apply(Long.MAX_VALUE);
        var last = segment.end();
        var files = new LinkedHashMap<Digest, CarriedBlob>();
        for (var file : attachments.carried(ledger, from, last)) {
            if (files.containsKey(file.blob())) {
                continue;
            }
            var whole = path(pair, file).isPresent();
            if (!whole && file.number() == from) {
                return Outcome.refused(Refusal.of(SegmentFileRule.FILE_LOST).with("number", from));
            }
            files.put(file.blob(), file);
            if (!whole || (file.number() > from && isTooMuch(files.values()))) {
                last = file.number() - 1;
                break;
            }
        }
        var end = last;
        files.values().removeIf(file -> file.number() > end);
        if (isTooMuch(files.values())) {
            last = from;
        }
        var cut = last < segment.end() ? upTo.apply(last) : segment;
        var parts = parts(files.values());
        var loads = new ArrayList<Load>();
        for (int i = 0; i < parts.size(); i++) {
            loads.add(
                    new Load(
                            cut, parts.get(i), i + 1, parts.size(), !ledger.equals(pair.shared())));
        }
        return Outcome.accepted(List.copyOf(loads));
    }

    private boolean isTooMuch(Collection<CarriedBlob> files) {
        return files.size() > limits.files()
                || files.stream().mapToLong(CarriedBlob::length).sum() > limits.bytes();
    }

    private List<List<CarriedBlob>> parts(Collection<CarriedBlob> files) {
        var parts = new ArrayList<List<CarriedBlob>>();
        var part = new ArrayList<CarriedBlob>();
        for (var file : files) {
            part.add(file);
            if (part.size() > 1 && isTooMuch(part)) {
                parts.add(List.copyOf(part.subList(0, part.size() - 1)));
                part = new ArrayList<>(List.of(file));
            }
        }
        parts.add(List.copyOf(part));
        return parts;
    }

    /// Where the bytes of a file stand; empty if they are not all here.
    Optional<Path> path(LedgerPair pair, CarriedBlob file) {
        return attachments
                .find(pair.partnership(), file.blob())
                .filter(path -> size(path) == file.length());
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
