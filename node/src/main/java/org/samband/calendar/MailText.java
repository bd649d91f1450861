// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.samband.proof.Digest;

/// An e-mail as it is handed over: US-ASCII, lines of at most 76 characters that end with CR LF.
/// Source: RFC 5322; RFC 2045 to 2047 for letters beyond US-ASCII; RFC 3834 for automatic mail.
final class MailText {
    private static final int LINE = 76;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private MailText() {}

    /// @param from address of the node
    static String of(Mail mail, String from) {
        var body = mail.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var id =
                Digest.sha256(
                        (mail.to() + mail.at() + mail.text()).getBytes(StandardCharsets.UTF_8));
        return String.join(
                "\r\n",
                "Date: " + DATE.format(mail.at()),
                "From: Samband <" + from + ">",
                "To: <" + mail.to() + ">",
                "Subject: " + encoded(mail.subject()),
                "Message-ID: <"
                        + id.hex().substring(0, 32)
                        + from.substring(from.indexOf('@'))
                        + ">",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder(LINE, new byte[] {'\r', '\n'}).encodeToString(body),
                "");
    }

    /// Short enough for one encoded word. Source: RFC 2047 section 2.
    private static String encoded(String subject) {
        return "=?utf-8?B?"
                + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                + "?=";
    }
}
