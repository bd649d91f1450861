// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A checkpoint as a signed note: LEDGER-12 and LEDGER-13.
///
/// @param signed the bytes before the empty line
/// @param lines the signature lines
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record Note(String origin, long size, byte[] root, byte[] signed, List<String> lines) {
    private static final byte[] ED25519 =
            HexFormat.of()
                    .parseHex("302a300506032b6570032100"); // RFC 8410: what stands before 32 bytes

    /// A public key of LEDGER-12.
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Key(String name, byte[] raw) {
        /// @throws Wrong if it is none, or its ID is another one's
        public static Key of(String text) throws Wrong {
            var parts = text.split("\\+", 3);
            Wrong.unless(parts.length == 3, "LEDGER-12", "no key: " + text);
            var typed = base64(parts[2]);
            Wrong.unless(typed.length == 33 && typed[0] == 1, "LEDGER-12", "not Ed25519");
            var key = new Key(parts[0], Arrays.copyOfRange(typed, 1, 33));
            Wrong.unless(
                    HexFormat.of().formatHex(key.id(1)).equals(parts[1]), "LEDGER-12", "wrong ID");
            return key;
        }

        /// As LEDGER-12 writes it.
        public String text() {
            var typed = joined(new byte[] {1}, raw);
            return name
                    + "+"
                    + HexFormat.of().formatHex(id(1))
                    + "+"
                    + Base64.getEncoder().encodeToString(typed);
        }

        /// @param type 1 for a signature, 4 for a cosignature
        public byte[] id(int type) {
            var hash = sha256(joined((name + "\n").getBytes(UTF_8), new byte[] {(byte) type}, raw));
            return Arrays.copyOf(hash, 4);
        }

        private boolean verifies(byte[] message, byte[] signature) {
            try {
                var verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(
                        KeyFactory.getInstance("Ed25519")
                                .generatePublic(new X509EncodedKeySpec(joined(ED25519, raw))));
                verifier.update(message);
                return verifier.verify(signature);
            } catch (GeneralSecurityException _) {
                return false;
            }
        }
    }

    /// @throws Wrong if it is no checkpoint
    public static Note of(String text) throws Wrong {
        int end = text.indexOf("\n\n");
        Wrong.unless(end > 0 && text.endsWith("\n"), "LEDGER-12", "no signed note");
        var head = text.substring(0, end).split("\n", -1);
        Wrong.unless(
                head.length == 3 && head[1].matches("0|[1-9][0-9]{0,15}"),
                "LEDGER-12",
                "no checkpoint");
        var root = base64(head[2]);
        Wrong.unless(root.length == 32, "LEDGER-12", "no root");
        return new Note(
                head[0],
                Long.parseLong(head[1]),
                root,
                text.substring(0, end + 1).getBytes(UTF_8),
                text.substring(end + 2).lines().toList());
    }

    /// Whether a line is of this key and holds.
    public boolean isSignedBy(Key key) throws Wrong {
        boolean signed = false;
        for (var blob : blobs(key, 1, 4 + 64)) {
            Wrong.unless(key.verifies(this.signed, tail(blob, 4)), "LEDGER-12", "bad signature");
            signed = true;
        }
        return signed;
    }

    /// Whether a line is this key's cosignature; one that does not hold is wrong.
    public boolean isCosignedBy(Key key) throws Wrong {
        boolean cosigned = false;
        for (var blob : blobs(key, 4, 4 + 8 + 64)) {
            long time = ByteBuffer.wrap(blob, 4, 8).getLong();
            var message = joined(cosigned(time), this.signed);
            Wrong.unless(key.verifies(message, tail(blob, 12)), "LEDGER-13", "bad cosignature");
            cosigned = true;
        }
        return cosigned;
    }

    /// What a cosignature signs before the bytes of the checkpoint.
    public static byte[] cosigned(long time) {
        return ("cosignature/v1\ntime " + Long.toUnsignedString(time) + "\n").getBytes(UTF_8);
    }

    /// FEDERATION-06: whether a refusal is signed by the key over all its other members.
    static boolean isRefusalOf(Map<String, Object> refusal, Key key) throws Wrong {
        var said = new TreeMap<>(refusal);
        said.remove("signature");
        var line = List.of(Json.text(refusal, "signature", "FEDERATION-06"));
        var signed = Json.bytes(said);
        return new Note(key.name(), 0, new byte[0], signed, line).isSignedBy(key);
    }

    private List<byte[]> blobs(Key key, int type, int length) throws Wrong {
        var found = new java.util.ArrayList<byte[]>();
        for (var line : lines) {
            var parts = line.split(" ", -1);
            Wrong.unless(
                    parts.length == 3 && parts[0].equals("—"), "LEDGER-12", "no signature line");
            var blob = base64(parts[2]);
            if (parts[1].equals(key.name())
                    && blob.length == length
                    && Arrays.equals(Arrays.copyOf(blob, 4), key.id(type))) {
                found.add(blob);
            }
        }
        return found;
    }

    private static byte[] tail(byte[] blob, int from) {
        return Arrays.copyOfRange(blob, from, blob.length);
    }

    private static byte[] base64(String text) throws Wrong {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Wrong.of("LEDGER-12", "not base64");
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
