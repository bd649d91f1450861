// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.Selector;
import org.samband.proof.Digest;

/// A detached CAdES baseline signature with the node's link key, which is P-256 so that `openssl`
/// checks it. Source: ETSI EN 319 122-1, level B-B; `spec/federation/`, FEDERATION-64.
final class FileSignature {
    /// Most bytes of a signature. Source: FEDERATION-62.
    static final int LARGEST = 1 << 16;

    private static final String ALGORITHM = "SHA256withECDSA";

    private FileSignature() {}

    /// The signature of these bytes, DER.
    static byte[] of(byte[] content, NodeKeys keys, Instant at) {
        return of(content, keys, Optional.of(at));
    }

    /// @param at empty where the time stands elsewhere
    static byte[] of(byte[] content, NodeKeys keys, Optional<Instant> at) {
        try {
            var certificate = keys.certificate();
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(digests)
                            .setSignedAttributeGenerator(generator(certificate, at))
                            .build(
                                    new JcaContentSignerBuilder(ALGORITHM).build(keys.linkKey()),
                                    certificate));
            generator.addCertificate(new JcaX509CertificateHolder(certificate));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | IOException broken) {
            throw new IllegalStateException("the link key signs", broken);
        }
    }

    private static CMSAttributeTableGenerator generator(
            X509Certificate certificate, Optional<Instant> at) throws GeneralSecurityException {
        var all = new DefaultSignedAttributeTableGenerator(attributes(certificate, at));
        return at.isPresent()
                ? all
                // It puts the time of this moment where none is given.
                : parameters -> all.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    private static AttributeTable attributes(X509Certificate certificate, Optional<Instant> at)
            throws GeneralSecurityException {
        var attributes = new ASN1EncodableVector();
        at.map(time -> new DERSet(new Time(Date.from(time))))
                .ifPresent(time -> attributes.add(new Attribute(CMSAttributes.signingTime, time)));
        var hash = Digest.sha256(certificate.getEncoded()).bytes();
        attributes.add(
                new Attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
        return new AttributeTable(attributes);
    }

    /// The certificate with whose key the bytes are signed; empty if there is no signature of that
    /// form that holds. Dates are not judged (FEDERATION-13).
    static Optional<X509Certificate> signer(byte[] signature, byte[] content) {
        try {
            var data = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            var signers = data.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return Optional.empty();
            }
            var signer = signers.iterator().next();
            @SuppressWarnings("unchecked") // BouncyCastle's selector has no type
            var certificates =
                    data.getCertificates()
                            .getMatches((Selector<X509CertificateHolder>) signer.getSID());
            if (certificates.size() != 1 || !isBaseline(signer)) {
                return Optional.empty();
            }
            var certificate = certificate(certificates.iterator().next());
            return names(signer, certificate)
                            && signer.verify(
                                    new JcaSimpleSignerInfoVerifierBuilder()
                                            .build(certificate.getPublicKey()))
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | IOException wrong) {
            return Optional.empty();
        } catch (RuntimeException wrong) {
            // BouncyCastle's readers throw many kinds for bytes that are no signature.
            return Optional.empty();
        }
    }

    private static boolean isBaseline(SignerInformation signer) {
        return signer.getSignedAttributes() != null
                && NISTObjectIdentifiers.id_sha256.getId().equals(signer.getDigestAlgOID());
    }

    /// Whether the signature names this certificate as its own, so that it cannot be given another.
    private static boolean names(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        var attribute =
                signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return false;
        }
        var named = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0]).getCerts();
        return named.length > 0
                && NISTObjectIdentifiers.id_sha256.equals(
                        named[0].getHashAlgorithm().getAlgorithm())
                && Arrays.equals(
                        named[0].getCertHash(), Digest.sha256(certificate.getEncoded()).bytes());
    }

    private static X509Certificate certificate(X509CertificateHolder holder)
            throws GeneralSecurityException, IOException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }
}
