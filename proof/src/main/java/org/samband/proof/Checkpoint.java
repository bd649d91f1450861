// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What a ledger was at one size, signed by its party and cosigned by the counterpart. Source: C2SP
/// tlog-checkpoint, signed-note, tlog-cosignature.
///
/// @param origin name of the ledger, `samband/<partnership>/<party>`
/// @param size number of entries, from 0
/// @param root of the Merkle tree over the entries
/// @param signatures lines as they came, ours and the counterpart's
public record Checkpoint(String origin, long size, Digest root, List<SignatureLine> signatures) {
    private static final Pattern LINE = Pattern.compile("— (\\S+) ([A-Za-z0-9+/=]+)");

    /// Longer notes are refused unread; one of a change of key, with both signatures of the old and
    /// the new one and both cosignatures, has fewer. Source: `spec/ledger/`, LEDGER-12.
    private static final int LONGEST = 16_384;

    /// One signature line: name, and base64 of key id and signature.
    public record SignatureLine(String name, String blob) {

        public SignatureLine {
            var bytes = Base64.getDecoder().decode(blob);
            if (!Base64.getEncoder().encodeToString(bytes).equals(blob)) {
                throw new IllegalArgumentException("a signature is base64 without loose bits");
            }
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(blob);
        }

        @Override
        public String toString() {
            return "— " + name + " " + blob;
        }
    }

    public Checkpoint {
        signatures = List.copyOf(signatures);
        if (origin.isEmpty() || origin.contains("\n")) {
            throw new IllegalArgumentException("an origin is one line");
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size starts at 0, not " + size);
        }
    }

    /// The text that is signed: three lines, each with its end.
    public byte[] body() {
        return (origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.raw()) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// What a cosignature of this time signs. Source: C2SP tlog-cosignature, "Format".
    ///
    /// @param time seconds since 1970-01-01T00:00:00Z
    public byte[] cosigned(long time) {
        return VerifierKey.concatenated(
                ("cosignature/v1\ntime " + time + "\n").getBytes(StandardCharsets.UTF_8), body());
    }

    /// This checkpoint with one more signature; a line of the same key takes the older one's place.
    public Checkpoint with(SignatureLine line) {
        var lines = new ArrayList<>(signatures);
        lines.removeIf(old ->
                old.name().equals(line.name())
                        && Arrays.equals(
                                Arrays.copyOf(old.bytes(), Integer.BYTES),
                                Arrays.copyOf(line.bytes(), Integer.BYTES)));
        lines.add(line);
        return new Checkpoint(origin, size, root, lines);
    }

    /// The line for a signature that the holder of the key made over {@link #body()}.
    public static SignatureLine signatureLine(VerifierKey key, byte[] signature) {
        return line(key, signature);
    }

    /// The line for a cosignature that the holder of the key made over {@link #cosigned(long)}.
    public static SignatureLine cosignatureLine(VerifierKey key, long time, byte[] signature) {
        var stamp = ByteBuffer.allocate(Long.BYTES).putLong(time).array();
        return line(key, VerifierKey.concatenated(stamp, signature));
    }

    private static SignatureLine line(VerifierKey key, byte[] blob) {
        var id = ByteBuffer.allocate(Integer.BYTES).putInt(key.id()).array();
        return new SignatureLine(
                key.name(), Base64.getEncoder().encodeToString(VerifierKey.concatenated(id, blob)));
    }

    /// Whether the key's holder signed this checkpoint.
    public boolean isSignedBy(VerifierKey key) {
        return blobOf(key).filter(blob -> key.verifies(body(), blob)).isPresent();
    }

    /// When the key's holder cosigned this checkpoint, in seconds since 1970; empty if it did not.
    public OptionalLong cosignedAt(VerifierKey key) {
        var blob = blobOf(key);
        if (blob.isEmpty() || blob.get().length <= Long.BYTES) {
            return OptionalLong.empty();
        }
        long time = ByteBuffer.wrap(blob.get()).getLong();
        var signature = Arrays.copyOfRange(blob.get(), Long.BYTES, blob.get().length);
        return key.verifies(cosigned(time), signature)
                ? OptionalLong.of(time)
                : OptionalLong.empty();
    }

    private Optional<byte[]> blobOf(VerifierKey key) {
        return signatures.stream()
                .filter(line -> line.name().equals(key.name()))
                .map(SignatureLine::bytes)
                .filter(blob ->
                        blob.length > Integer.BYTES && ByteBuffer.wrap(blob).getInt() == key.id())
                .map(blob -> Arrays.copyOfRange(blob, Integer.BYTES, blob.length))
                .findFirst();
    }

    /// The signed note: body, an empty line, signature lines.
    public String note() {
        var lines = new StringBuilder(new String(body(), StandardCharsets.UTF_8)).append('\n');
        signatures.forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }

    /// Reads a signed note.
    ///
    /// @throws IllegalArgumentException if the text is no checkpoint
    public static Checkpoint parse(String note) {
        if (note.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a checkpoint has at most " + LONGEST + " characters");
        }
        var lines = note.split("\n", -1);
        if (lines.length < 5 || !lines[3].isEmpty() || !lines[lines.length - 1].isEmpty()) {
            throw new IllegalArgumentException(
                    "a checkpoint is origin, size, root, an empty line and signature lines");
        }
        var signatures = new ArrayList<SignatureLine>();
        for (int i = 4; i < lines.length - 1; i++) {
            var line = LINE.matcher(lines[i]);
            if (!line.matches()) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + " of the checkpoint is no signature");
            }
            signatures.add(new SignatureLine(line.group(1), line.group(2)));
        }
        var read =
                new Checkpoint(
                        lines[0],
                        size(lines[1]),
                        Digest.of(Base64.getDecoder().decode(lines[2])),
                        signatures);
        if (!read.note().equals(note)) {
            throw new IllegalArgumentException(
                    "the checkpoint is not in the form in which it is signed");
        }
        return read;
    }

    private static long size(String digits) {
        if (!digits.matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException(
                    "the size of a checkpoint is a whole number, not \"" + digits + "\"");
        }
        return Long.parseLong(digits);
    }
}
