// SPDX-License-Identifier: EUPL-1.2
package org.samband.ledger;

import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.samband.proof.KeyAlgorithm;
import org.samband.proof.VerifierKey;

/// The secret of one ledger key, and how it signs.
final class LedgerSecret {
    /// Bytes of a seed, from which both kinds of keys are made. Source: RFC 8032 section 5.1.5,
    /// FIPS 204 algorithm 1.
    static final int SEED = 32;

    private final KeyAlgorithm algorithm;
    private final byte[] open;
    private final UnaryOperator<byte[]> signing;

    private LedgerSecret(KeyAlgorithm algorithm, byte[] open, UnaryOperator<byte[]> signing) {
        this.algorithm = algorithm;
        this.open = open;
        this.signing = signing;
    }

    /// Ed25519.
    static LedgerSecret first(byte[] seed) {
        var open = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, open, 0);
        return new LedgerSecret(
                KeyAlgorithm.ED25519,
                open,
                message -> {
                    var signature = new byte[Ed25519.SIGNATURE_SIZE];
                    Ed25519.sign(seed, 0, open, 0, message, 0, message.length, signature, 0);
                    return signature;
                });
    }

    /// ML-DSA-65, without chance in the signature, as Ed25519. Source: FIPS 204 section 3.4.
    static LedgerSecret second(byte[] seed) {
        var secret = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_65, seed);
        return new LedgerSecret(
                KeyAlgorithm.ML_DSA_65,
                secret.getPublicKey(),
                message -> {
                    var signer = new MLDSASigner();
                    signer.init(true, secret);
                    signer.update(message, 0, message.length);
                    try {
                        return signer.generateSignature();
                    } catch (CryptoException broken) {
                        throw new IllegalStateException("ML-DSA-65 signs every message", broken);
                    }
                });
    }

    /// The public key.
    VerifierKey open(String name) {
        return VerifierKey.of(name, algorithm, open);
    }

    byte[] sign(byte[] message) {
        return signing.apply(message);
    }
}
