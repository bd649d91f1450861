// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Hands each e-mail to a mail server of the operator. With TLS the server's name is checked before
/// a password or an e-mail goes. Source: RFC 5321; RFC 3207 (STARTTLS); RFC 4954 with PLAIN (RFC
/// 4616).
public final class SmtpPost implements Post {
    private static final int WAIT_MILLIS = 20_000;
    private static final int LONGEST_LINE = 2_000;

    private final Server server;
    private final String from;

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
        this.server = server;
        this.from = from;
    }

    @Override
    public void send(Mail mail) throws IOException {
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(server.host(), server.port()), WAIT_MILLIS);
            plain.setSoTimeout(WAIT_MILLIS);
            var line = new Line(plain);
            line.expect("220");
            line.say("EHLO samband.invalid", "250");
            if (server.tls()) {
                line.say("STARTTLS", "220");
                try (var secured = secured(plain)) {
                    var after = new Line(secured);
                    after.say("EHLO samband.invalid", "250");
                    hand(mail, after);
                }
            } else {
                hand(mail, line);
            }
        }
    }

    private Socket secured(Socket plain) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(plain, server.host(), server.port(), true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (server.host().matches(".*[a-zA-Z].*")) {
            parameters.setServerNames(java.util.List.of(new SNIHostName(server.host())));
        }
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private void hand(Mail mail, Line line) throws IOException {
        if (server.user().isPresent() && server.password().isPresent()) {
            var token = "\0" + server.user().get() + "\0" + server.password().get();
            line.say(
                    "AUTH PLAIN "
                            + Base64.getEncoder()
                                    .encodeToString(token.getBytes(StandardCharsets.UTF_8)),
                    "235");
        }
        line.say("MAIL FROM:<" + from + ">", "250");
        line.say("RCPT TO:<" + mail.to() + ">", "250");
        line.say("DATA", "354");
        line.say(dotted(MailText.of(mail, from)) + ".", "250");
        line.say("QUIT", "221");
    }

    /// A line that begins with a dot gets another one. Source: RFC 5321 section 4.5.2.
    private static String dotted(String text) {
        return text.replace("\r\n.", "\r\n..");
    }

    /// Asks and reads answers.
    private record Line(BufferedReader in, OutputStream out) {

        Line(Socket socket) throws IOException {
            this(
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII)),
                    socket.getOutputStream());
        }

        void say(String said, String wanted) throws IOException {
            out.write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            expect(wanted);
        }

        /// An answer goes over several lines while a hyphen follows its number.
        void expect(String wanted) throws IOException {
            String answer;
            do {
                answer = line();
            } while (answer.length() > 3 && answer.charAt(3) == '-');
            if (!answer.startsWith(wanted)) {
                throw new IOException("the mail server answered " + answer);
            }
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0 || line.length() > LONGEST_LINE) {
                    throw new IOException("the mail server hung up");
                }
                line.append((char) read);
            }
            return line.toString().strip();
        }
    }
}
