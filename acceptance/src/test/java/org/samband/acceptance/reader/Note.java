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

/// A checkpoint as a signed note: LEDGER-12, LEDGER-13 and LEDGER-27.
///
/// @param signed the bytes before the empty line
/// @param lines the signature lines
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record Note(String origin, long size, byte[] root, byte[] signed, List<String> lines) {
    private static final byte[] ED25519 =
            HexFormat.of()
                    .parseHex("302a300506032b6570032100"); // RFC 8410: what stands before 32 bytes
    private static final byte[] ML_DSA_65 =
            HexFormat.of().parseHex("308207b2300b0609608648016503040312038207a100"); // RFC 9881
    private static final int SECOND_LENGTH = 1_952;

    /// A public key of LEDGER-12 or LEDGER-27.
    ///
    /// @param raw 32 bytes of Ed25519 or 1,952 of ML-DSA-65
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Key(String name, byte[] raw) {
        /// @throws Wrong if it is none, or its ID is another one's
        public static Key of(String text) throws Wrong {
            var parts = text.split("\\+", 3);
            Wrong.unless(parts.length == 3, "LEDGER-12", "no key: " + text);
            var typed = base64(parts[2]);
            for (int length : new int[] {32, SECOND_LENGTH}) {
                int before = typed.length - length;
                if (before > 0) {
                    var key = new Key(parts[0], Arrays.copyOfRange(typed, before, typed.length));
                    if (Arrays.equals(key.type(false), Arrays.copyOf(typed, before))) {
                        Wrong.unless(
                                HexFormat.of().formatHex(key.id(false)).equals(parts[1]),
                                "LEDGER-12",
                                "wrong ID");
                        return key;
                    }
                }
            }
            throw Wrong.of("LEDGER-12", "a key of another kind");
        }

        /// LEDGER-27: whether it is a second key.
        public boolean isSecond() {
            return raw.length == SECOND_LENGTH;
        }

        private byte[] type(boolean cosigning) {
            if (isSecond()) {
                var name = cosigning ? "ML-DSA-65 cosignature/v1" : "ML-DSA-65";
                return joined(new byte[] {(byte) 0xff}, name.getBytes(UTF_8));
            }
            return new byte[] {(byte) (cosigning ? 4 : 1)};
        }

        /// As LEDGER-12 writes it.
        public String text() {
            var typed = joined(type(false), raw);
            return name
                    + "+"
                    + HexFormat.of().formatHex(id(false))
                    + "+"
                    + Base64.getEncoder().encodeToString(typed);
        }

        /// The ID in its lines.
        public byte[] id(boolean cosigning) {
            var hash = sha256(joined((name + "\n").getBytes(UTF_8), type(cosigning), raw));
            return Arrays.copyOf(hash, 4);
        }

        private boolean verifies(byte[] message, byte[] signature) {
            try {
                var kind = isSecond() ? "ML-DSA-65" : "Ed25519";
                var before = isSecond() ? ML_DSA_65 : ED25519;
                var verifier = Signature.getInstance(kind);
                verifier.initVerify(
                        KeyFactory.getInstance(kind)
                                .generatePublic(new X509EncodedKeySpec(joined(before, raw))));
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
        for (var blob : blobs(key, false)) {
            Wrong.unless(
                    key.verifies(this.signed, tail(blob, 4)), requirement(key, 12), "signature");
            signed = true;
        }
        return signed;
    }

    /// Whether a line is this key's cosignature; one that does not hold is wrong.
    public boolean isCosignedBy(Key key) throws Wrong {
        return cosignedAt(key) >= 0;
    }

    /// Time of this key's cosignature, in seconds since 1970; -1 where there is none.
    long cosignedAt(Key key) throws Wrong {
        long at = -1;
        for (var blob : blobs(key, true)) {
            at = ByteBuffer.wrap(blob, 4, 8).getLong();
            var message = joined(cosigned(at), this.signed);
            Wrong.unless(
                    key.verifies(message, tail(blob, 12)), requirement(key, 13), "cosignature");
        }
        return at;
    }

    /// Whose second signature does not hold breaks LEDGER-28.
    private static String requirement(Key key, int first) {
        return "LEDGER-" + (key.isSecond() ? 28 : first);
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

    private List<byte[]> blobs(Key key, boolean cosigning) throws Wrong {
        int length = 4 + (cosigning ? 8 : 0) + (key.isSecond() ? 3_309 : 64);
        var found = new java.util.ArrayList<byte[]>();
        for (var line : lines) {
            var parts = line.split(" ", -1);
            Wrong.unless(
                    parts.length == 3 && parts[0].equals("—"), "LEDGER-12", "no signature line");
            var blob = base64(parts[2]);
            if (parts[1].equals(key.name())
                    && blob.length == length
                    && Arrays.equals(Arrays.copyOf(blob, 4), key.id(cosigning))) {
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
