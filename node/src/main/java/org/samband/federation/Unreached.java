// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.net.ConnectException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.samband.act.Refusal;

/// Says why the counterpart's node was not reached, or did not answer as it must.
final class Unreached {
    private final String address;

    /// @param address host and port of its link
    Unreached(String address) {
        this.address = address;
    }

    Refusal why(Exception broken) {
        var causes =
                Stream.<Throwable>iterate(broken, Objects::nonNull, Throwable::getCause).toList();
        if (causes.stream().anyMatch(PinnedTrust.NotPinned.class::isInstance)) {
            return Refusal.of(FederationRule.WRONG_KEY).with("address", address);
        }
        if (causes.stream().anyMatch(Unreached::saysCertificate)) {
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

    Refusal answered(int status) {
        return notReached("it answered with error " + status, "den svarte med feil " + status);
    }

    private Refusal notReached(String reason, String norwegian) {
        return Refusal.of(FederationRule.NOT_REACHED)
                .with("address", address)
                .with("reason", reason)
                .with("reason.nb", norwegian);
    }
}
