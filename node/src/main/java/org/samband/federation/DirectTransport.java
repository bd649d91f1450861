// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.attachment.Attachment;
import org.samband.attachment.AttachmentRule;
import org.samband.attachment.Attachments;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;
import org.samband.proof.Digest;

/// HTTPS with mutual TLS 1.3 to the counterpart's link port. Source: `spec/federation/`, section
/// "Direct transport".
final class DirectTransport implements Transport {
    /// What has fewer bytes is sent from memory.
    private static final int SHORT = 1 << 20;

    private final LedgerPair pair;
    private final Attachments attachments;
    private final URI segments;
    private final LinkLimits limits;
    private final Unreached unreached;
    private final HttpClient client;
    private final Consumer<Digest> shown;
    private int atOnce = Segment.MOST_ENTRIES;

    /// @param pins of the keys that the counterpart may show, asked at each handshake
    /// @param shown told the one that it has shown
    DirectTransport(
            LedgerPair pair,
            PairFile counterpart,
            NodeKeys keys,
            Supplier<Set<Digest>> pins,
            Consumer<Digest> shown,
            LinkLimits limits,
            Attachments attachments) {
        this.pair = pair;
        this.shown = shown;
        this.attachments = attachments;
        this.limits = limits;
        segments =
                URI.create(
                        "https://"
                                + counterpart.address().getRawAuthority()
                                + LinkPort.path(pair.partnership()));
        unreached = new Unreached(counterpart.address().getRawAuthority());
        var tls = new SSLParameters();
        tls.setProtocols(new String[] {"TLSv1.3"});
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.connecting())
                        .sslContext(PinnedTrust.context(keys, pins))
                        .sslParameters(tls)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    @Override
    public Receipt offer(Segment segment) throws TransportUnavailable {
        var body =
                segment.length() <= SHORT
                        ? BodyPublishers.ofByteArray(segment.bytes())
                        : BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(segment::open), segment.length());
        var answer = send(HttpRequest.newBuilder(segments).POST(body).build(), Receipt.LARGEST);
        return receipt(answer.body(), segment.ledger());
    }

    /// Asks for less at a time after a cut, so that a slow line gets through too.
    @Override
    public Optional<Segment> fetch(long from) throws TransportUnavailable {
        var file = attachments.passing(pair.partnership());
        try {
            var segment = fetch(from, file);
            atOnce = Segment.MOST_ENTRIES;
            return Optional.of(segment);
        } catch (TransportUnavailable | RuntimeException cut) {
            atOnce = Math.max(1, atOnce / 16);
            SegmentBody.of(file).close();
            throw cut;
        }
    }

    private Segment fetch(long from, Path file) throws TransportUnavailable {
        var answer = segment(segments + "?from=" + from + "&entries=" + atOnce, file);
        if (answer.statusCode() == Answer.OK) {
            return required(Segment.read(SegmentBody.of(file)));
        }
        throw refused(FilePart.first(file, Receipt.LARGEST + 1));
    }

    private HttpResponse<Path> segment(String uri, Path file) throws TransportUnavailable {
        return send(
                HttpRequest.newBuilder(URI.create(uri)).build(),
                BodyHandlers.limiting(BodyHandlers.ofFile(file), Segment.LARGEST));
    }

    @Override
    public Optional<Segment> fetchOurs(long from) throws TransportUnavailable {
        var file = attachments.passing(pair.partnership());
        var body = SegmentBody.of(file);
        try {
            var answer = segment(segments + "?from=" + from + "&of=" + pair.ours(), file);
            if (answer.statusCode() == Answer.OK) {
                return Optional.of(required(Segment.read(body)));
            }
        } catch (TransportUnavailable | RuntimeException cut) {
            body.close();
            throw cut;
        }
        body.close();
        return Optional.empty();
    }

    /// What the counterpart says instead of giving what it was asked for.
    private TransportUnavailable refused(byte[] body) throws TransportUnavailable {
        return receipt(body, pair.counterparts()) instanceof Receipt.Refused refused
                ? new TransportUnavailable(
                        Stream.<Rule[]>of(FederationRule.values(), AttachmentRule.values())
                                .flatMap(Arrays::stream)
                                .filter(rule -> rule.id().equals(refused.rule()))
                                .findFirst()
                                .map(rule -> new Refusal(rule, "", refused.facts()))
                                .orElseGet(() -> unreached.answered(Answer.CONFLICT)))
                : new TransportUnavailable(unreached.answered(Answer.CONFLICT));
    }

    @Override
    public Optional<Receipt.Refused> bring(Attachment attachment, Path bytes)
            throws TransportUnavailable {
        var path = uri(attachment);
        long have = -1;
        while (have < attachment.length()) {
            var request = HttpRequest.newBuilder(have < 0 ? path : from(path, have));
            var part = Math.min(FilePart.LARGEST, attachment.length() - Math.max(have, 0));
            var body =
                    have < 0
                            ? BodyPublishers.noBody()
                            : BodyPublishers.fromPublisher(
                                    BodyPublishers.ofInputStream(
                                            FilePart.supplier(bytes, have, part)),
                                    part);
            var answer = send(request.PUT(body).build(), Receipt.LARGEST);
            if (answer.statusCode() != Answer.OK) {
                return Optional.of(refusal(answer.body()));
            }
            var now = FilePart.have(answer.body(), attachment);
            if (now.isEmpty() || now.getAsLong() <= have) {
                throw new TransportUnavailable(unreached.answered(Answer.OK));
            }
            have = now.getAsLong();
        }
        return Optional.empty();
    }

    private Receipt.Refused refusal(byte[] body) throws TransportUnavailable {
        if (receipt(body, pair.shared()) instanceof Receipt.Refused refused) {
            return refused;
        }
        throw new TransportUnavailable(unreached.answered(Answer.CONFLICT));
    }

    @Override
    public void collect(Attachment attachment) throws TransportUnavailable {
        while (attachments.find(pair.partnership(), attachment).isEmpty()) {
            long have = attachments.have(pair.partnership(), attachment);
            var request = HttpRequest.newBuilder(from(uri(attachment), have)).build();
            var answer = send(request, FilePart.LARGEST);
            if (answer.statusCode() != Answer.OK) {
                throw refused(answer.body());
            }
            var part = new ByteArrayInputStream(answer.body());
            long now = required(attachments.take(pair.partnership(), attachment, have, part));
            if (now <= have) {
                throw new TransportUnavailable(unreached.answered(Answer.OK));
            }
        }
    }

    private URI uri(Attachment attachment) {
        return segments.resolve(LinkPort.path(pair.partnership(), attachment.blob()));
    }

    private static URI from(URI path, long from) {
        return URI.create(path + "?from=" + from);
    }

    private static Receipt receipt(byte[] body, LedgerId ledger) throws TransportUnavailable {
        return required(Receipt.read(body, ledger));
    }

    private static <T> T required(Outcome<T> outcome) throws TransportUnavailable {
        return switch (outcome) {
            case Outcome.Accepted<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new TransportUnavailable(refusal);
        };
    }

    private HttpResponse<byte[]> send(HttpRequest request, int most) throws TransportUnavailable {
        return send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
    }

    /// Sends, and once more at once if a kept connection turns out to be closed: nothing is lost by
    /// that, because the same segment may come twice.
    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> into)
            throws TransportUnavailable {
        try {
            return once(request, into);
        } catch (SSLException | TimeoutException | ConnectException broken) {
            throw new TransportUnavailable(unreached.why(broken));
        } catch (IOException _) {
            try {
                return once(request, into);
            } catch (IOException | TimeoutException broken) {
                throw new TransportUnavailable(unreached.why(broken));
            }
        }
    }

    private <T> HttpResponse<T> once(HttpRequest request, HttpResponse.BodyHandler<T> into)
            throws IOException, TimeoutException, TransportUnavailable {
        var sending = client.sendAsync(request, into);
        try {
            var answer = sending.get(limits.request().toMillis(), TimeUnit.MILLISECONDS);
            shown(answer);
            return known(answer);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("this node stops", stopped);
        } finally {
            sending.cancel(true);
        }
    }

    /// Who has answered holds the key that it showed.
    private void shown(HttpResponse<?> answer) throws SSLPeerUnverifiedException {
        var session = answer.sslSession().orElseThrow();
        shown.accept(PairFile.pin((X509Certificate) session.getPeerCertificates()[0]));
    }

    private <T> HttpResponse<T> known(HttpResponse<T> answer) throws TransportUnavailable {
        return switch (answer.statusCode()) {
            case Answer.OK, Answer.CONFLICT -> answer;
            case Answer.NOT_FOUND ->
                    throw new TransportUnavailable(Refusal.of(FederationRule.NO_SUCH_LINE));
            default -> throw new TransportUnavailable(unreached.answered(answer.statusCode()));
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
