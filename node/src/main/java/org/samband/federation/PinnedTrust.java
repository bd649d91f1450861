// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.samband.proof.Digest;

/// Trusts the pinned public keys and nothing else: no authority, no host name, no date. Source:
/// `spec/federation/`, FEDERATION-12.
final class PinnedTrust extends X509ExtendedTrustManager {
    private final Supplier<Set<Digest>> pins;

    /// @param pins asked at each handshake, because a key can be announced while the node runs
    PinnedTrust(Supplier<Set<Digest>> pins) {
        this.pins = pins;
    }

    /// TLS with the node's own key, to those alone who hold a pinned one.
    static SSLContext context(NodeKeys keys, Supplier<Set<Digest>> pins) {
        try {
            var password = new char[0];
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(
                    "link", keys.linkKey(), password, new Certificate[] {keys.certificate()});
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, password);
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    managers.getKeyManagers(),
                    new TrustManager[] {new PinnedTrust(pins)},
                    new SecureRandom());
            return context;
        } catch (GeneralSecurityException | java.io.IOException broken) {
            throw new IllegalStateException("every JDK has TLS 1.3", broken);
        }
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !pins.get().contains(PairFile.pin(chain[0]))) {
            throw new NotPinned();
        }
    }

    /// The other side does not hold a pinned key.
    static final class NotPinned extends CertificateException {
        private static final long serialVersionUID = 1;

        NotPinned() {
            super("the key is not one that was pinned");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
