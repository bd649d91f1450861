// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.samband.parties.PartnershipId;
import org.samband.proof.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The port at which counterparts' nodes speak with this one: mutual TLS 1.3, pinned keys alone,
/// four requests. It is a server of its own, so that no page can ever be reached through it.
/// Source: `spec/federation/`, section "Direct transport".
final class LinkPort implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkPort.class);
    private static final int BROKEN = 500;
    private static final int LONGEST_HEADERS = 4_096;

    private final Server server;
    private final ServerConnector connector;
    private final LinkLimits limits;

    /// @param pins of the counterparts that may speak with this node, asked at each handshake
    LinkPort(
            Link link,
            NodeKeys keys,
            Supplier<Set<Digest>> pins,
            LinkLimits limits,
            Reception reception) {
        this.limits = limits;
        server = new Server(new VirtualThreadPool());
        var tls = new SslContextFactory.Server();
        tls.setSslContext(PinnedTrust.context(keys, pins));
        tls.setNeedClientAuth(true);
        tls.setIncludeProtocols("TLSv1.3");
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        // The pin decides who is spoken with; a node may be reached by any name or number.
        http.addCustomizer(new SecureRequestCustomizer(false));
        connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, "http/1.1"),
                        new HttpConnectionFactory(http));
        connector.setHost(link.host());
        connector.setPort(link.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.addBean(new HandshakeLimit());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        server.setHandler(new Door(reception));
        server.setErrorHandler(LinkPort::noErrorPage);
        server.setStopTimeout(0);
    }

    /// Where the segments of a partnership go to and come from.
    static String path(PartnershipId partnership) {
        return "/link/1/" + partnership + "/segments";
    }

    /// Where a file of a partnership goes to and comes from.
    static String path(PartnershipId partnership, Digest blob) {
        return "/link/1/" + partnership + "/blobs/" + blob.hex();
    }

    private static boolean noErrorPage(Request request, Response response, Callback callback) {
        callback.succeeded();
        return true;
    }

    void start() {
        try {
            server.start();
        } catch (IOException broken) {
            throw new UncheckedIOException("the link port cannot be opened", broken);
        } catch (Exception broken) {
            throw new IllegalStateException("the link port cannot be opened", broken);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception broken) {
            throw new IllegalStateException("the link port cannot be closed", broken);
        }
    }

    /// Ends connections that do not get through the handshake in time.
    private final class HandshakeLimit implements Connection.Listener {
        @Override
        public void onOpened(Connection connection) {
            if (connection instanceof SslConnection tls) {
                var late =
                        server.getScheduler()
                                .schedule(
                                        () ->
                                                tls.getEndPoint()
                                                        .close(new TimeoutException("handshake")),
                                        limits.connecting().toMillis(),
                                        TimeUnit.MILLISECONDS);
                tls.addHandshakeListener(
                        new SslHandshakeListener() {
                            @Override
                            public void handshakeSucceeded(Event event) {
                                late.cancel();
                            }
                        });
            }
        }
    }

    /// Segments and files, each brought or asked for, and nothing else.
    private final class Door extends Handler.Abstract {
        private final Reception reception;

        Door(Reception reception) {
            this.reception = reception;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws IOException {
            var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
            var late =
                    server.getScheduler()
                            .schedule(
                                    () -> endPoint.close(new TimeoutException("request")),
                                    limits.request().toMillis(),
                                    TimeUnit.MILLISECONDS);
            try {
                var answer = answer(request, endPoint);
                response.setStatus(answer.status());
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
                try (var out = Content.Sink.asOutputStream(response)) {
                    answer.body().to(out);
                }
            } catch (UncheckedIOException cut) {
                endPoint.close(cut); // The other side hung up, or was too slow.
            } catch (RuntimeException broken) {
                LOG.error("an answer on the link failed", broken);
                if (response.isCommitted()) {
                    endPoint.close(broken);
                } else {
                    response.reset();
                    response.setStatus(BROKEN);
                }
            } finally {
                late.cancel();
            }
            callback.succeeded();
            return true;
        }

        private Answer answer(Request request, EndPoint endPoint) throws IOException {
            var parts = Request.getPathInContext(request).split("/", -1);
            if (parts.length < 5 || !parts[1].equals("link") || !parts[2].equals("1")) {
                return Answer.NO_SUCH_LINE;
            }
            var pin = PairFile.pin(shown(endPoint));
            var asked = request.getMethod() + " " + parts[4] + " " + parts.length;
            try (var in = Content.Source.asInputStream(request)) {
                return switch (asked) {
                    case "GET segments 5" ->
                            reception.give(
                                    pin,
                                    parts[3],
                                    Math.max(1, number(request, "from").orElse(1)),
                                    number(request, "entries").orElse(Segment.MOST_ENTRIES),
                                    Optional.ofNullable(
                                            Request.extractQueryParameters(request)
                                                    .getValue("of")));
                    case "POST segments 5" ->
                            reception.take(pin, parts[3], in, request.getLength());
                    case "GET blobs 6" ->
                            reception.giveFile(
                                    pin, parts[3], parts[5], number(request, "from").orElse(0));
                    case "PUT blobs 6" ->
                            reception.takeFile(
                                    pin, parts[3], parts[5], number(request, "from"), in);
                    default -> Answer.NO_SUCH_LINE;
                };
            }
        }

        private static OptionalLong number(Request request, String name) {
            var text = Request.extractQueryParameters(request).getValue(name);
            return text != null && text.matches("0|[1-9][0-9]{0,17}")
                    ? OptionalLong.of(Long.parseLong(text))
                    : OptionalLong.empty();
        }

        private static X509Certificate shown(EndPoint endPoint) {
            var session = endPoint.getSslSessionData();
            if (session == null || session.peerCertificates() == null) {
                throw new IllegalStateException("a connection without a key");
            }
            return session.peerCertificates()[0];
        }
    }
}
