// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.samband.proof.Digest;

/// A P-256 key with a certificate that it signed itself, as a node shows it on the line. Source:
/// FEDERATION-11 to FEDERATION-13.
final class LinkKey {
    private static final Duration YEARS = Duration.ofDays(3_650);
    private static final int SERIAL_BITS = 120;
    private static final char[] NONE = new char[0];

    private final KeyPair key;
    private final X509Certificate certificate;

    private LinkKey(KeyPair key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    static LinkKey of(KeyPair key, X509Certificate certificate) {
        return new LinkKey(key, certificate);
    }

    static LinkKey made(String name, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var made = generator.generateKeyPair();
            return new LinkKey(made, certificate(made, name, now, now.plus(YEARS)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every JDK has P-256", broken);
        }
    }

    /// The same key in a certificate whose time is over and whose name is another.
    LinkKey expired(Instant now) {
        try {
            var over = now.minus(Duration.ofDays(1));
            return new LinkKey(key, certificate(key, "EXERCISE expired", now.minus(YEARS), over));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static X509Certificate certificate(KeyPair key, String name, Instant from, Instant to)
            throws GeneralSecurityException {
        try {
            var subject = new X500Principal("CN=" + name);
            var built =
                    new JcaX509v3CertificateBuilder(
                                    subject,
                                    new BigInteger(SERIAL_BITS, new SecureRandom()),
                                    Date.from(from),
                                    Date.from(to),
                                    subject,
                                    key.getPublic())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(key.getPrivate()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(built.getEncoded()));
        } catch (OperatorCreationException | IOException broken) {
            throw new GeneralSecurityException(broken);
        }
    }

    KeyPair key() {
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    /// TLS with this key that speaks with the holder of one other key alone.
    ///
    /// @param pin of the other side
    SSLContext speakingWith(Digest pin) {
        return context(keyManagers(), pin);
    }

    /// TLS without any key of our own.
    static SSLContext nobody(Digest pin) {
        return context(new KeyManager[0], pin);
    }

    private KeyManager[] keyManagers() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, NONE);
            store.setKeyEntry("link", key.getPrivate(), NONE, new X509Certificate[] {certificate});
            var managers = KeyManagerFactory.getInstance("SunX509");
            managers.init(store, NONE);
            return managers.getKeyManagers();
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static SSLContext context(KeyManager[] keys, Digest pin) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {new Pinned(pin)}, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("every JDK has TLS", broken);
        }
    }

    /// Judges the key and nothing else.
    private static final class Pinned extends X509ExtendedTrustManager {
        private final Digest pin;

        Pinned(Digest pin) {
            this.pin = pin;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !PairText.pin(chain[0]).equals(pin)) {
                throw new CertificateException("the other side does not hold the pinned key");
            }
        }

        @Override
        public void checkClientTrusted(
                X509Certificate[] chain, String type, @Nullable Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(
                X509Certificate[] chain, String type, @Nullable Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(
                X509Certificate[] chain, String type, @Nullable SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(
                X509Certificate[] chain, String type, @Nullable SSLEngine engine)
                throws CertificateException {
            check(chain);
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
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
