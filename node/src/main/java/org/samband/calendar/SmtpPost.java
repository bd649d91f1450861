// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/// Hands each e-mail to a mail server of the operator. With TLS the server's name is checked before
/// a password or an e-mail goes. Source: RFC 5321; RFC 3207 (STARTTLS); RFC 4954 with PLAIN (RFC
/// 4616); spoken by Angus Mail.
public final class SmtpPost implements Post {
    private static final String WAIT_MILLIS = "20000";

    private final Server server;
    private final String from;
    private final Optional<SSLSocketFactory> lines;

    /// The mail server.
    ///
    /// @param tls whether the line is secured by STARTTLS before anything else; without it the
    ///   server stands on the same machine
    /// @param password for the user; both or none
    public record Server(
            String host, int port, boolean tls, Optional<String> user, Optional<String> password) {

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    public SmtpPost(Server server, String from) {
        this(server, from, Optional.empty());
    }

    /// @param lines what makes secured lines; empty for what the JDK trusts
    SmtpPost(Server server, String from, Optional<SSLSocketFactory> lines) {
        this.server = server;
        this.from = from;
        this.lines = lines;
    }

    @Override
    public void send(Mail mail) throws IOException {
        var text = MailText.of(mail, from).getBytes(StandardCharsets.US_ASCII);
        try {
            var session = Session.getInstance(properties());
            var message = new MimeMessage(session, new ByteArrayInputStream(text));
            try (var line = session.getTransport("smtp")) {
                line.connect(
                        server.host(),
                        server.port(),
                        server.user().orElse(null),
                        server.password().orElse(null));
                line.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException refused) {
            throw new IOException("the mail server did not take it: " + said(refused), refused);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.from", from);
        properties.setProperty("mail.smtp.localhost", "samband.invalid");
        properties.setProperty("mail.smtp.auth", String.valueOf(server.user().isPresent()));
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.tls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.tls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        lines.ifPresent(made -> properties.put("mail.smtp.ssl.socketFactory", made));
        for (var wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail.smtp." + wait, WAIT_MILLIS);
        }
        return properties;
    }

    /// The innermost reason, which is what the server answered.
    private static String said(MessagingException refused) {
        Exception last = refused;
        while (last instanceof MessagingException one && one.getNextException() != null) {
            last = one.getNextException();
        }
        return String.valueOf(last.getMessage()).strip();
    }
}
