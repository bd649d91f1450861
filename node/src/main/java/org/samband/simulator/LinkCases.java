// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// What the direct transport does with those who may speak and those who may not. Source:
/// spec/federation, section "Direct transport".
final class LinkCases {
    private static final Duration SOON = Duration.ofSeconds(30);

    private LinkCases() {}

    static List<Case> all() {
        var cases = new ArrayList<Case>();
        paths(cases);
        strangers(cases);
        slow(cases);
        return cases;
    }

    private static void paths(List<Case> cases) {
        cases.add(
                Case.of(
                        "FEDERATION-10.asked",
                        "asked for its entries from the first on",
                        new Expected.Shown("segments that hold"),
                        LinkCases::asked));
        int number = 0;
        for (var path : List.of("/", "/health", "/link/1", "/link/2/{partnership}/segments")) {
            number++;
            cases.add(
                    Case.of(
                            "FEDERATION-10.other-path-" + number,
                            "asked for " + path,
                            new Expected.NoSuchLine(),
                            bench -> {
                                var self = bench.self();
                                var asked =
                                        path.replace("{partnership}", self.self().partnership());
                                var reply = self.client().get(asked);
                                return Answer.of(
                                        reply.status(), reply.body(), self.self(), self.theirs());
                            }));
        }
        cases.add(
                Case.of(
                        "FEDERATION-10.other-method",
                        "a PUT",
                        new Expected.NoSuchLine(),
                        bench -> {
                            var self = bench.self();
                            var reply = self.client().other("PUT", self.path());
                            return Answer.of(
                                    reply.status(), reply.body(), self.self(), self.theirs());
                        }));
        cases.add(
                Case.of(
                        "FEDERATION-14.other-partnership",
                        "a partnership for which our key is not pinned",
                        new Expected.NoSuchLine(),
                        bench -> {
                            var self = bench.self();
                            var reply =
                                    self.client()
                                            .post(
                                                    LinkClient.path("exercise-other"),
                                                    SegmentCases.draft(self).bytes());
                            return Answer.of(
                                    reply.status(), reply.body(), self.self(), self.theirs());
                        }));
    }

    private static Answer asked(Case.Bench bench) throws IOException {
        try {
            long size = 0;
            for (long from = 1; ; from = size + 1) {
                var reply = bench.self().client().get(bench.self().path() + "?from=" + from);
                long before = size;
                size = bench.self().admit(reply.body()).size();
                if (size == before) {
                    return new Answer.Found(true, size + " entries that hold");
                }
            }
        } catch (IllegalArgumentException wrong) {
            return new Answer.Found(false, String.valueOf(wrong.getMessage()));
        }
    }

    private static void strangers(List<Case> cases) {
        cases.add(
                Case.of(
                        "FEDERATION-10.tls-1.2",
                        "a connection of TLS 1.2",
                        new Expected.NoConversation(),
                        bench -> {
                            var tls =
                                    bench.self()
                                            .keys()
                                            .link()
                                            .speakingWith(bench.self().theirs().pin());
                            return spoken(bench, tls, "TLSv1.2");
                        }));
        cases.add(
                Case.of(
                        "FEDERATION-10.no-certificate",
                        "a connection that shows no certificate",
                        new Expected.NoConversation(),
                        bench ->
                                spoken(
                                        bench,
                                        LinkKey.nobody(bench.self().theirs().pin()),
                                        "TLSv1.3")));
        cases.add(
                Case.of(
                        "FEDERATION-12.wrong-key",
                        "a connection with another key",
                        new Expected.NoConversation(),
                        bench ->
                                spoken(
                                        bench,
                                        SimulatorKeys.fresh(bench.self().clock().instant())
                                                .link()
                                                .speakingWith(bench.self().theirs().pin()),
                                        "TLSv1.3")));
        cases.add(
                Case.of(
                        "FEDERATION-13.expired-certificate",
                        "the right key in a certificate that has expired, with another name",
                        new Expected.Receipted(),
                        bench -> {
                            var expired =
                                    bench.self()
                                            .keys()
                                            .link()
                                            .expired(bench.self().clock().instant());
                            var client =
                                    new LinkClient(
                                            expired.speakingWith(bench.self().theirs().pin()),
                                            bench.self().theirs().address());
                            var segment = bench.self().segment(bench.self().size() + 1);
                            return bench.self().deliver(client, segment.bytes());
                        }));
    }

    private static Answer spoken(Case.Bench bench, SSLContext tls, String protocol) {
        var client = new LinkClient(tls, bench.self().theirs().address());
        try (var socket = client.connected(protocol)) {
            socket.getOutputStream().write(client.head(bench.self().path(), 0));
            socket.getOutputStream().flush();
            int status = LinkClient.status(socket);
            return status == 0
                    ? new Answer.Cut("ended without an answer")
                    : new Answer.Status(status);
        } catch (IOException cut) {
            return new Answer.Cut(String.valueOf(cut.getMessage()));
        }
    }

    private static void slow(List<Case> cases) {
        cases.add(
                Case.of(
                        "FEDERATION-16.slow",
                        "six senders that stop in the middle, six that say nothing, then one that"
                                + " is right",
                        new Expected.Shown("a receipt within 30 s"),
                        LinkCases::slow));
        cases.add(
                Case.of(
                        "FEDERATION-16.cut",
                        "a sender that ends the connection in the middle, then one that is right",
                        new Expected.Receipted(),
                        bench -> {
                            try (var socket = half(bench)) {
                                socket.getOutputStream().flush();
                            }
                            return bench.self().settle();
                        }));
    }

    private static SSLSocket half(Case.Bench bench) throws IOException {
        var client = bench.self().client();
        var body = SegmentCases.draft(bench.self()).bytes();
        var socket = client.connected("TLSv1.3");
        socket.getOutputStream().write(client.head(bench.self().path(), body.length));
        socket.getOutputStream().write(body, 0, body.length / 2);
        socket.getOutputStream().flush();
        return socket;
    }

    private static Answer slow(Case.Bench bench) throws IOException {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 6; i++) {
                open.add(half(bench));
                var silent = new Socket();
                var address = bench.self().theirs().address();
                silent.connect(new InetSocketAddress(address.getHost(), address.getPort()));
                open.add(silent);
            }
            bench.self().append(_ -> {});
            long start = System.nanoTime();
            var answer = bench.self().settle();
            var took = Duration.ofNanos(System.nanoTime() - start);
            boolean right = answer instanceof Answer.Receipt && took.compareTo(SOON) < 0;
            return new Answer.Found(right, answer.text() + " after " + took.toMillis() + " ms");
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }
}
