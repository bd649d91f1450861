// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.samband.proof.Digest;

/// An e-mail as it is handed over: US-ASCII, lines of at most 76 characters that end with CR LF.
/// Source: RFC 5322; RFC 2045 to 2047 for letters beyond US-ASCII; RFC 3834 for automatic mail; RFC
/// 6047 for invitations, which stand beside the words as another form of them.
final class MailText {
    private static final int LINE = 76;
    private static final String END = "\r\n";
    private static final String PLAIN = "text/plain; charset=utf-8";

    /// Octets of an encoded word, so that it fits a line. Source: RFC 2047 section 2.
    private static final int WORD = 42;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private MailText() {}

    /// @param from address of the node
    static String of(Mail mail, String from) {
        var id =
                Digest.sha256(
                                (mail.to() + "" + mail.at() + mail.text())
                                        .getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, 32);
        var lines = new ArrayList<String>();
        lines.add("Date: " + DATE.format(mail.at()));
        lines.add("From: Samband <" + from + ">");
        mail.invitation().ifPresent(one -> lines.add("Reply-To: <" + one.answers() + ">"));
        lines.add(
                "To: "
                        + mail.to().stream()
                                .map(to -> "<" + to + ">")
                                .collect(Collectors.joining("," + END + " ")));
        lines.add("Subject: " + String.join(END + " ", encoded(mail.subject())));
        lines.add("Message-ID: <" + id + from.substring(from.indexOf('@')) + ">");
        if (mail.invitation().isEmpty()) {
            lines.add("Auto-Submitted: auto-generated");
        }
        lines.add("MIME-Version: 1.0");
        var words = mail.text().replace("\n", END);
        mail.invitation()
                .ifPresentOrElse(
                        one -> both(lines, "=_" + id, words, one), () -> part(lines, PLAIN, words));
        lines.add("");
        return String.join(END, lines);
    }

    /// The same in words and for calendars.
    private static void both(
            List<String> lines, String between, String words, Mail.Invitation invitation) {
        lines.add("Content-Type: multipart/alternative;");
        lines.add(" boundary=\"" + between + "\"");
        lines.add("");
        lines.add("--" + between);
        part(lines, PLAIN, words);
        lines.add("--" + between);
        part(
                lines,
                "text/calendar; charset=utf-8; method=" + invitation.method(),
                invitation.calendar());
        lines.add("--" + between + "--");
    }

    private static void part(List<String> lines, String type, String body) {
        lines.add("Content-Type: " + type);
        lines.add("Content-Transfer-Encoding: base64");
        lines.add("");
        lines.add(
                Base64.getMimeEncoder(LINE, new byte[] {'\r', '\n'})
                        .encodeToString(body.getBytes(StandardCharsets.UTF_8)));
    }

    /// No letter is cut. Source: RFC 2047 section 5.
    private static List<String> encoded(String subject) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        int octets = 0;
        for (int letter : subject.codePoints().toArray()) {
            var said = Character.toString(letter);
            int more = said.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > WORD) {
                words.add(encodedWord(word.toString()));
                word.setLength(0);
                octets = 0;
            }
            word.append(said);
            octets += more;
        }
        words.add(encodedWord(word.toString()));
        return words;
    }

    private static String encodedWord(String letters) {
        return "=?utf-8?B?"
                + Base64.getEncoder().encodeToString(letters.getBytes(StandardCharsets.UTF_8))
                + "?=";
    }
}
