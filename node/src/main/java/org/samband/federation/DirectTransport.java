// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.ledger.LedgerId;
import org.samband.ledger.LedgerPair;

/// HTTPS with mutual TLS 1.3 to the counterpart's link port. Source: `spec/federation/`, section
/// "Direct transport".
final class DirectTransport implements Transport {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final LedgerPair pair;
    private final URI segments;
    private final LinkLimits limits;
    private final HttpClient client;

    DirectTransport(LedgerPair pair, PairFile counterpart, NodeKeys keys, LinkLimits limits) {
        this.pair = pair;
        this.limits = limits;
        segments =
                URI.create(
                        "https://"
                                + counterpart.address().getRawAuthority()
                                + LinkPort.path(pair.partnership()));
        var tls = new SSLParameters();
        tls.setProtocols(new String[] {"TLSv1.3"});
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.connecting())
                        .sslContext(PinnedTrust.context(keys, Set.of(counterpart.pin())))
                        .sslParameters(tls)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    @Override
    public Receipt offer(Segment segment) throws TransportUnavailable {
        var body = HttpRequest.BodyPublishers.ofByteArray(segment.bytes());
        var answer = send(HttpRequest.newBuilder(segments).POST(body).build(), Receipt.LARGEST);
        return receipt(answer.body(), segment.ledger());
    }

    @Override
    public Optional<Segment> fetch(long from) throws TransportUnavailable {
        var uri = URI.create(segments + "?from=" + from);
        var answer = send(HttpRequest.newBuilder(uri).build(), Segment.LARGEST);
        if (answer.statusCode() == OK) {
            return Optional.of(required(Segment.read(answer.body())));
        }
        if (receipt(answer.body(), pair.counterparts()) instanceof Receipt.Refused refused) {
            throw new TransportUnavailable(
                    Stream.of(FederationRule.values())
                            .filter(rule -> rule.id().equals(refused.rule()))
                            .findFirst()
                            .map(rule -> new Refusal(rule, "", refused.facts()))
                            .orElseGet(() -> answered(CONFLICT)));
        }
        throw new TransportUnavailable(answered(CONFLICT));
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

    /// Sends, and once more at once if a kept connection turns out to be closed: nothing is lost by
    /// that, because the same segment may come twice.
    private HttpResponse<byte[]> send(HttpRequest request, int most) throws TransportUnavailable {
        try {
            return once(request, most);
        } catch (SSLException | TimeoutException | ConnectException broken) {
            throw new TransportUnavailable(why(broken));
        } catch (IOException _) {
            try {
                return once(request, most);
            } catch (IOException | TimeoutException broken) {
                throw new TransportUnavailable(why(broken));
            }
        }
    }

    private HttpResponse<byte[]> once(HttpRequest request, int most)
            throws IOException, TimeoutException, TransportUnavailable {
        var sending =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), most));
        try {
            return known(sending.get(limits.request().toMillis(), TimeUnit.MILLISECONDS));
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

    private HttpResponse<byte[]> known(HttpResponse<byte[]> answer) throws TransportUnavailable {
        return switch (answer.statusCode()) {
            case OK, CONFLICT -> answer;
            case NOT_FOUND ->
                    throw new TransportUnavailable(Refusal.of(FederationRule.NO_SUCH_LINE));
            default -> throw new TransportUnavailable(answered(answer.statusCode()));
        };
    }

    private Refusal why(Exception broken) {
        var causes =
                Stream.<Throwable>iterate(broken, Objects::nonNull, Throwable::getCause).toList();
        if (causes.stream().anyMatch(PinnedTrust.NotPinned.class::isInstance)) {
            return Refusal.of(FederationRule.WRONG_KEY).with("address", address());
        }
        if (causes.stream().anyMatch(DirectTransport::saysCertificate)) {
            return Refusal.of(FederationRule.NOT_KNOWN_THERE);
        }
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return notReached("nothing answers there", "ingen svarer der");
        }
        return broken instanceof TimeoutException
                ? notReached("no answer in time", "ikke svar i tide")
                : notReached("the connection broke", "forbindelsen ble brutt");
    }

    /// Whether the other side refused our certificate: TLS tells it by an alert (RFC 8446, 6.2).
    private static boolean saysCertificate(Throwable cause) {
        return cause instanceof SSLException
                && Objects.requireNonNullElse(cause.getMessage(), "").contains("certificate");
    }

    private Refusal notReached(String reason, String norwegian) {
        return Refusal.of(FederationRule.NOT_REACHED)
                .with("address", address())
                .with("reason", reason)
                .with("reason.nb", norwegian);
    }

    private Refusal answered(int status) {
        return notReached("it answered with error " + status, "den svarte med feil " + status);
    }

    private String address() {
        return segments.getRawAuthority();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
