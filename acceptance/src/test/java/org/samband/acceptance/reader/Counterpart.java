// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// The smallest node that the text allows: keys, a pair file, a ledger of its own in memory, and
/// the two requests of FEDERATION-10.
public final class Counterpart {
    private static final String PASSWORD = "exercise";
    private static final byte[] PKCS8 =
            HexFormat.of().parseHex("302e020100300506032b657004220420"); // RFC 8410
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pair self;
    private final PrivateKey ledgerKey;
    private final KeyStore linkKey;
    private final List<byte[]> entries = new ArrayList<>();
    private final Ledger own;

    private Counterpart(Pair self, PrivateKey ledgerKey, KeyStore linkKey) {
        this.self = self;
        this.ledgerKey = ledgerKey;
        this.linkKey = linkKey;
        own = new Ledger(self.partnership(), self.party(), self.key());
    }

    /// Makes keys (FEDERATION-11) with the tools of the JDK.
    ///
    /// @param address that stands in the pair file
    public static Counterpart in(Path folder, String partnership, String party, String address)
            throws IOException, GeneralSecurityException {
        var store = folder.resolve(party + ".p12");
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "link",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-validity",
                                "3650",
                                "-dname",
                                "CN=EXERCISE",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        if (made.onExit().join().exitValue() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var spki = pair.getPublic().getEncoded();
        var key =
                new Note.Key(
                        "samband/" + partnership + "/" + party,
                        Arrays.copyOfRange(spki, spki.length - 32, spki.length));
        var certificate = keys.getCertificate("link").getEncoded();
        return new Counterpart(
                new Pair(partnership, party, address, key, Optional.empty(), certificate),
                pair.getPrivate(),
                keys);
    }

    /// Who holds files of another node, rightly or not: the key of its line, and one ledger key.
    ///
    /// @param folder with the files `link.key` and `link.crt`
    /// @param ledgerKey a file whose first line is a seed of Ed25519 in hexadecimal
    public static Counterpart holding(Pair self, Path folder, Path ledgerKey)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD.toCharArray());
        store.setKeyEntry(
                "link",
                KeyFactory.getInstance("EC")
                        .generatePrivate(new PKCS8EncodedKeySpec(pem(folder.resolve("link.key")))),
                PASSWORD.toCharArray(),
                new Certificate[] {
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(
                                    new ByteArrayInputStream(pem(folder.resolve("link.crt"))))
                });
        var seed = HexFormat.of().parseHex(Files.readAllLines(ledgerKey).getFirst());
        var secret =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(new PKCS8EncodedKeySpec(Note.joined(PKCS8, seed)));
        return new Counterpart(self, secret, store);
    }

    private static byte[] pem(Path file) throws IOException {
        var lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("-"));
        return Base64.getDecoder().decode(lines.collect(Collectors.joining()));
    }

    /// A segment without entries, whose checkpoint is signed with our key alone.
    ///
    /// @param id the public key's, as it stands in its lines
    public byte[] claim(Note note, byte[] id) throws GeneralSecurityException {
        var checkpoint =
                new String(note.signed(), UTF_8) + "\n" + line(id, new byte[0], note.signed());
        return header(note.size() + 1, 0, checkpoint, "");
    }

    public Pair pair() {
        return self;
    }

    public Ledger own() {
        return own;
    }

    /// One act of ours, as an entry in canonical form.
    ///
    /// @param content canonical already
    /// @param other the counterpart's ledger as we hold it
    public void enter(String subject, String kind, String content, Ledger other) throws Wrong {
        var at = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        var entry =
                """
                {"area":"","at":"%s","by":{"authority":"EXERCISE","officer":"EXERCISE Officer","role":"head"},\
                "circle":"shared","content":%s,"format":"samband-entry/1","kind":"%s","line":"shared",\
                "marking":"TLP:GREEN","number":%d,"partnership":"%s","party":"%s","seen":%d,"subject":"%s"}\
                """
                        .formatted(
                                at,
                                content,
                                kind,
                                own.size() + 1,
                                self.partnership(),
                                self.party(),
                                other.size(),
                                subject)
                        .getBytes(UTF_8);
        own.admit(entry, other, other.size());
        entries.add(entry);
    }

    /// FEDERATION-01.
    ///
    /// @param receipt the counterpart's checkpoint with our cosignature, or empty
    public byte[] segment(int from, String receipt) throws GeneralSecurityException {
        var out = header(from, entries.size() - from + 1, checkpoint(), receipt);
        for (var entry : entries.subList(from - 1, entries.size())) {
            out = Note.joined(out, entry, new byte[] {'\n'});
        }
        return out;
    }

    private byte[] header(long from, int count, String checkpoint, String receipt) {
        return "{\"checkpoint\":\"%s\",\"entries\":%d,\"format\":\"samband-segment/1\",\"from\":%d,\"partnership\":\"%s\",\"party\":\"%s\",\"receipt\":\"%s\"}\n"
                .formatted(
                        checkpoint.replace("\n", "\\n"),
                        count,
                        from,
                        self.partnership(),
                        self.party(),
                        receipt.replace("\n", "\\n"))
                .getBytes(UTF_8);
    }

    private String checkpoint() throws GeneralSecurityException {
        var body =
                own.origin()
                        + "\n"
                        + own.size()
                        + "\n"
                        + Base64.getEncoder().encodeToString(own.root(own.size()))
                        + "\n";
        return body + "\n" + line(self.key().id(false), new byte[0], body.getBytes(UTF_8));
    }

    /// LEDGER-13: the note with our cosignature.
    public String cosigned(Note note) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        var stamp = ByteBuffer.allocate(Long.BYTES).putLong(now).array();
        return new String(note.signed(), UTF_8)
                + "\n"
                + line(self.key().id(true), stamp, Note.joined(Note.cosigned(now), note.signed()));
    }

    private String line(byte[] id, byte[] stamp, byte[] message) throws GeneralSecurityException {
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(ledgerKey);
        signer.update(message);
        var blob = Note.joined(id, stamp, signer.sign());
        return "— " + own.origin() + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    /// Asks for the other node's segment.
    public HttpResponse<byte[]> get(Pair other, int from) throws Exception {
        return send(other, HttpRequest.newBuilder(path(other, "?from=" + from)).GET());
    }

    /// Brings a segment.
    public HttpResponse<byte[]> post(Pair other, byte[] segment) throws Exception {
        return send(
                other,
                HttpRequest.newBuilder(path(other, ""))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(segment)));
    }

    /// The note in a receipt of FEDERATION-05.
    public Note receipt(byte[] answer) throws Wrong {
        Map<String, Object> receipt = Json.object(answer);
        Wrong.unless(
                "samband-receipt/1".equals(receipt.get("format"))
                        && self.party().equals(receipt.get("party"))
                        && receipt.containsKey("checkpoint"),
                "FEDERATION-05",
                new String(answer, UTF_8));
        return Note.of(Json.text(receipt, "checkpoint", "FEDERATION-05"));
    }

    private static URI path(Pair other, String query) {
        return URI.create(other.address() + "/link/1/" + other.partnership() + "/segments" + query);
    }

    private HttpResponse<byte[]> send(Pair other, HttpRequest.Builder request) throws Exception {
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(linkKey, PASSWORD.toCharArray());
        var tls = SSLContext.getInstance("TLSv1.3");
        tls.init(keys.getKeyManagers(), new TrustManager[] {new Pinned(other.pin())}, null);
        try (var http =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            return http.send(
                    request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
