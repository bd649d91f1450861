// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// Speaks with the link port of the node under test. Source: FEDERATION-10.
final class LinkClient {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final SSLContext tls;
    private final URI address;
    private final HttpClient http;

    LinkClient(SSLContext tls, URI address) {
        this.tls = tls;
        this.address = address;
        http =
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECTING)
                        .build();
    }

    /// What came back.
    static final class Reply {
        private final int status;
        private final byte[] body;

        private Reply(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }
    }

    static String path(String partnership) {
        return "/link/1/" + partnership + "/segments";
    }

    Reply get(String path) throws IOException {
        return send(path, HttpRequest.newBuilder().GET());
    }

    Reply post(String path, byte[] body) throws IOException {
        return send(
                path, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /// Sends a large body in pieces, with its length said before.
    Reply post(String path, Iterable<byte[]> pieces) throws IOException {
        long length = 0;
        for (var piece : pieces) {
            length += piece.length;
        }
        return send(
                path,
                HttpRequest.newBuilder()
                        .POST(
                                HttpRequest.BodyPublishers.fromPublisher(
                                        HttpRequest.BodyPublishers.ofByteArrays(pieces), length)));
    }

    Reply put(String path, byte[] body) throws IOException {
        return send(
                path, HttpRequest.newBuilder().PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Reply other(String method, String path) throws IOException {
        return send(
                path, HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /// Whether the node answers us. It learns nothing by it but that we are there.
    ///
    /// @return why not, or empty
    String reached(String path) {
        try {
            var status = get(path).status();
            return switch (status) {
                case 200 -> "";
                case 404 ->
                        "it does not know this pair file: put it where its settings say and start"
                                + " it again";
                default -> "it answers with status " + status;
            };
        } catch (SSLException refused) {
            return "it does not hold the key of its pair file, or does not know ours: put our pair"
                    + " file where its settings say and start it again";
        } catch (IOException away) {
            return "nothing answers there";
        }
    }

    private Reply send(String path, HttpRequest.Builder request) throws IOException {
        try {
            var answer =
                    http.send(
                            request.uri(address.resolve(path)).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), answer.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /// A connection on which a case speaks by itself.
    ///
    /// @param protocol for instance `TLSv1.3`
    SSLSocket connected(String protocol) throws IOException {
        var plain = new Socket();
        int millis = (int) CONNECTING.toMillis();
        plain.connect(new InetSocketAddress(address.getHost(), address.getPort()), millis);
        var socket =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(plain, address.getHost(), address.getPort(), true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return socket;
    }

    /// The head of a POST that says how many bytes will follow.
    byte[] head(String path, int length) {
        return ("POST "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + address.getAuthority()
                        + "\r\nConnection: close\r\nContent-Length: "
                        + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// The status of an answer that is read by hand; 0 where nothing came.
    static int status(SSLSocket socket) throws IOException {
        var line = new ByteArrayOutputStream();
        var in = socket.getInputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        var words = line.toString(StandardCharsets.US_ASCII).split(" ", -1);
        return words.length > 1 && words[1].matches("[1-5][0-9]{2}")
                ? Integer.parseInt(words[1])
                : 0;
    }

    URI address() {
        return address;
    }
}
