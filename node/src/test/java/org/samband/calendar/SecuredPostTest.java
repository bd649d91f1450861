// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// E-mails over a line that STARTTLS secures, to a mail server of the JDK alone. EXERCISE.
class SecuredPostTest {
    private static final char[] PASSWORD = "exercise".toCharArray();
    private static final Mail MAIL =
            new Mail(
                    "officer@example.org",
                    "EXERCISE",
                    "EXERCISE over a secured line",
                    Instant.parse("2027-03-01T06:00:00Z"));

    @TempDir Path folder;

    /// Keys for a name, signed by themselves.
    private SSLContext secured(String name) throws Exception {
        var file = folder.resolve("keys.p12");
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "mail",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "SAN=dns:" + name,
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                String.valueOf(PASSWORD))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start()
                        .waitFor();
        assertThat(made).as(Files.readString(folder.resolve("keytool.log"))).isZero();
        return context(KeyStore.getInstance(file.toFile(), PASSWORD));
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /// What was said before the line was secured, and what after.
    private record Heard(List<String> open, List<String> secured) {}

    private static CompletableFuture<Heard> played(ServerSocket server, SSLContext context) {
        return CompletableFuture.supplyAsync(() -> {
            var heard = new Heard(new ArrayList<>(), new ArrayList<>());
            try (var line = server.accept()) {
                say(line, "220 hello");
                heard.open().add(hear(line));
                say(line, "250-mail\r\n250 STARTTLS");
                heard.open().add(hear(line));
                say(line, "220 go ahead");
                secured(line, context, heard.secured());
            } catch (IOException broken) {
                heard.secured().add(broken.toString());
            }
            return heard;
        });
    }

    private static void secured(Socket line, SSLContext context, List<String> heard)
            throws IOException {
        var made =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(line, "localhost", line.getPort(), true);
        made.setUseClientMode(false);
        try (made) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    made.getInputStream(), StandardCharsets.US_ASCII));
            for (var said = in.readLine(); said != null; said = in.readLine()) {
                heard.add(said);
                answer(made, in, said, heard);
            }
        }
    }

    private static void answer(Socket line, BufferedReader in, String said, List<String> heard)
            throws IOException {
        if (said.startsWith("EHLO")) {
            say(line, "250-mail\r\n250 AUTH PLAIN");
        } else if (said.startsWith("AUTH")) {
            say(line, "235 in");
        } else if (said.equals("DATA")) {
            say(line, "354 go");
            var text = in.readLine();
            while (text != null && !text.equals(".")) {
                heard.add(text);
                text = in.readLine();
            }
            say(line, "250 taken");
        } else {
            say(line, said.equals("QUIT") ? "221 bye" : "250 ok");
        }
    }

    private static void say(Socket line, String text) throws IOException {
        line.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().flush();
    }

    /// Byte by byte, so that nothing of what comes after is taken.
    private static String hear(Socket line) throws IOException {
        var said = new StringBuilder();
        for (int octet = line.getInputStream().read(); octet >= 0 && octet != '\n'; ) {
            said.append((char) octet);
            octet = line.getInputStream().read();
        }
        return said.toString().strip();
    }

    private static SmtpPost to(ServerSocket server, SSLContext context) {
        return new SmtpPost(
                new SmtpPost.Server(
                        "localhost",
                        server.getLocalPort(),
                        true,
                        Optional.of("exercise"),
                        Optional.of("secret")),
                "node@example.org",
                Optional.of(context.getSocketFactory()));
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("localhost"));
    }

    @Test
    void passwordAndEmailGoOverTheSecuredLineAlone() throws Exception {
        var context = secured("localhost");
        try (var server = server()) {
            var heard = played(server, context);
            to(server, context).send(MAIL);
            var all = heard.get();
            assertThat(all.open()).hasSize(2).last().isEqualTo("STARTTLS");
            assertThat(all.secured())
                    .anyMatch(said -> said.startsWith("AUTH PLAIN "))
                    .contains(
                            "MAIL FROM:<node@example.org>",
                            "RCPT TO:<officer@example.org>",
                            "To: <officer@example.org>",
                            "QUIT");
        }
    }

    @Test
    void aServerWithAnotherNameGetsNeitherPasswordNorEmail() throws Exception {
        var context = secured("other.example.org");
        try (var server = server()) {
            var heard = played(server, context);
            assertThatThrownBy(() -> to(server, context).send(MAIL))
                    .isInstanceOf(IOException.class);
            assertThat(heard.get().secured())
                    .noneMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL"));
        }
    }

    @Test
    void aServerThatNobodyVouchesForGetsNothing() throws Exception {
        var context = secured("localhost");
        try (var server = server()) {
            var heard = played(server, context);
            var post =
                    new SmtpPost(
                            new SmtpPost.Server(
                                    "localhost",
                                    server.getLocalPort(),
                                    true,
                                    Optional.of("exercise"),
                                    Optional.of("secret")),
                            "node@example.org");
            assertThatThrownBy(() -> post.send(MAIL)).isInstanceOf(IOException.class);
            assertThat(heard.get().secured()).noneMatch(said -> said.startsWith("AUTH"));
        }
    }
}
