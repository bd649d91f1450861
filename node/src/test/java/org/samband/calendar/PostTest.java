// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// E-mails as files, and over SMTP to a server that the test plays. EXERCISE.
class PostTest {
    private static final Mail MAIL =
            new Mail(
                    "officer@example.org",
                    "Samband: øvelse",
                    "EXERCISE første linje\n.\n" + "lang linje ".repeat(40),
                    Instant.parse("2027-03-01T06:00:00Z"));

    @TempDir Path folder;

    private static String body(String eml) {
        var parts = eml.split("\r\n\r\n", 2);
        return new String(Base64.getMimeDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }

    @Test
    void anEmailIsAFileThatMailProgramsRead() throws IOException {
        new FolderPost(folder.resolve("mail"), "node@example.org").send(MAIL);
        try (var files = Files.list(folder.resolve("mail"))) {
            var file = files.toList().getFirst();
            assertThat(file.getFileName().toString()).endsWith(".eml");
            var eml = Files.readString(file, StandardCharsets.US_ASCII);
            assertThat(eml)
                    .contains("To: <officer@example.org>\r\n", "From: Samband <node@example.org>")
                    .contains("Date: Mon, 1 Mar 2027 06:00:00 +0000\r\n")
                    .contains("Auto-Submitted: auto-generated\r\n");
            assertThat(eml.lines()).allMatch(line -> line.length() <= 78);
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(eml)).isTrue();
            assertThat(body(eml)).isEqualTo(MAIL.text().replace("\n", "\r\n"));
        }
    }

    /// Read by the library with which mail programs of the JVM are made. Source: RFC 6047.
    @Test
    void anInvitationStandsBesideTheWordsForCalendars() throws Exception {
        var calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
        var subject = "EXERCISE møte om sjøkabler, " + "romsikkerhet og øvelser ".repeat(6);
        var mail =
                new Mail(
                        List.of("one@example.org", "two@example.org"),
                        subject.strip(),
                        "EXERCISE velkommen",
                        MAIL.at(),
                        Optional.of(new Mail.Invitation("desk@example.org", "REQUEST", calendar)));
        new FolderPost(folder.resolve("calls"), "node@example.org").send(mail);
        try (var files = Files.list(folder.resolve("calls"));
                var file = Files.newInputStream(files.toList().getFirst())) {
            var bytes = file.readAllBytes();
            assertThat(new String(bytes, StandardCharsets.US_ASCII).lines())
                    .allMatch(line -> line.length() <= 78);
            var read = new MimeMessage(null, new ByteArrayInputStream(bytes));
            assertThat(read.getSubject()).isEqualTo(subject.strip());
            assertThat(read.getAllRecipients()).hasSize(2);
            assertThat(read.getReplyTo()[0]).hasToString("desk@example.org");
            assertThat(read.getHeader("Auto-Submitted")).isNull();
            var parts = (MimeMultipart) read.getContent();
            assertThat(parts.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo("EXERCISE velkommen");
            assertThat(new ContentType(parts.getBodyPart(1).getContentType()))
                    .returns("text/calendar", ContentType::getBaseType)
                    .returns("REQUEST", type -> type.getParameter("method"));
            assertThat(parts.getBodyPart(1).getInputStream())
                    .hasBinaryContent(calendar.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Answers in the order in which it is spoken to, and keeps what was said.
    private static CompletableFuture<List<String>> played(ServerSocket server, String... answers) {
        return CompletableFuture.supplyAsync(() -> {
            var heard = new ArrayList<String>();
            try (var line = server.accept()) {
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        line.getInputStream(), StandardCharsets.US_ASCII));
                for (var answer : answers) {
                    line.getOutputStream()
                            .write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    line.getOutputStream().flush();
                    var said = in.readLine();
                    if (answer.startsWith("354")) {
                        while (said != null && !said.equals(".")) {
                            heard.add(said);
                            said = in.readLine();
                        }
                    }
                    heard.add(String.valueOf(said));
                }
            } catch (IOException broken) {
                heard.add(broken.toString());
            }
            return heard;
        });
    }

    private static SmtpPost to(ServerSocket server, boolean tls, boolean signsIn) {
        return new SmtpPost(
                new SmtpPost.Server(
                        "127.0.0.1",
                        server.getLocalPort(),
                        tls,
                        signsIn ? Optional.of("exercise") : Optional.empty(),
                        signsIn ? Optional.of("secret") : Optional.empty()),
                "node@example.org");
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void anEmailIsHandedToTheMailServer() throws Exception {
        try (var server = server()) {
            var heard =
                    played(
                            server,
                            "220 hello",
                            "250-a\r\n250 AUTH PLAIN",
                            "235 in",
                            "250 from",
                            "250 to",
                            "354 go",
                            "250 taken",
                            "221 bye");
            to(server, false, true).send(MAIL);
            assertThat(heard.get())
                    .contains("MAIL FROM:<node@example.org>", "RCPT TO:<officer@example.org>")
                    .anyMatch(said ->
                            said.startsWith("AUTH PLAIN ")
                                    && new String(
                                                    Base64.getDecoder().decode(said.substring(11)),
                                                    StandardCharsets.UTF_8)
                                            .endsWith("\0exercise\0secret"))
                    .contains("QUIT", ".");
        }
    }

    @Test
    void whatTheServerRefusesIsSaidAndNotLost() throws Exception {
        try (var server = server()) {
            var heard = played(server, "220 hello", "250 b", "250 from", "550 nobody here");
            assertThatThrownBy(() -> to(server, false, false).send(MAIL))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("550 nobody here");
            assertThat(heard.get()).doesNotContain("DATA");
        }
    }

    @Test
    void withoutTheSecuredLineNoPasswordAndNoEmailGoes() throws Exception {
        try (var server = server()) {
            var heard = played(server, "220 hello", "250-b\r\n250 STARTTLS", "502 no such thing");
            assertThatThrownBy(() -> to(server, true, true).send(MAIL)).hasMessageContaining("502");
            assertThat(heard.get())
                    .contains("STARTTLS")
                    .noneMatch(said -> said.startsWith("AUTH") || said.startsWith("MAIL"));
        }
    }
}
