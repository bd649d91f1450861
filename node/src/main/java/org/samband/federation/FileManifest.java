// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.samband.proof.Digest;

/// What the signature of a segment file covers: each file in it with its SHA-256. Source: ETSI EN
/// 319 162-1, 4.4.3.2 and A.4 (`ASiCManifest`); `spec/federation/`, FEDERATION-63.
///
/// @param digests by name in the container, in the order in which they stand
record FileManifest(Map<String, Digest> digests) {
    static final String NAME = "META-INF/ASiCManifest.xml";
    static final String SIGNATURE = "META-INF/signature.p7s";

    /// Most bytes of a manifest. Source: FEDERATION-62.
    static final int LARGEST = 1 << 20;

    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final QName ROOT = new QName(ASIC, "ASiCManifest");
    private static final QName SIGNED_BY = new QName(ASIC, "SigReference");
    private static final QName OBJECT = new QName(ASIC, "DataObjectReference");
    private static final QName METHOD = new QName(DS, "DigestMethod");
    private static final QName VALUE = new QName(DS, "DigestValue");

    FileManifest {
        digests = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    }

    /// The names are those of {@link SegmentFile}, so that nothing in them needs to be escaped.
    byte[] xml() {
        var xml = new StringBuilder(512);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
                .append("<asic:ASiCManifest xmlns:asic=\"" + ASIC + "\" xmlns:ds=\"" + DS + "\">\n")
                .append("  <asic:SigReference URI=\"" + SIGNATURE)
                .append("\" MimeType=\"application/pkcs7-signature\"/>\n");
        digests.forEach((name, digest) ->
                xml.append("  <asic:DataObjectReference URI=\"" + name)
                        .append("\" MimeType=\"application/octet-stream\">\n")
                        .append("    <ds:DigestMethod Algorithm=\"" + SHA256 + "\"/>\n")
                        .append("    <ds:DigestValue>")
                        .append(Base64.getEncoder().encodeToString(digest.bytes()))
                        .append("</ds:DigestValue>\n  </asic:DataObjectReference>\n"));
        return xml.append("</asic:ASiCManifest>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Reads a manifest: no document type, no entities, nothing that is not named here.
    ///
    /// @throws XMLStreamException if it is not one
    static FileManifest read(byte[] xml) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml), "UTF-8");
        try {
            return new Reading(reader).manifest();
        } finally {
            reader.close();
        }
    }

    /// One pass over the elements.
    private static final class Reading {
        private final XMLStreamReader in;
        private final List<QName> open = new ArrayList<>();
        private final Map<String, Digest> digests = new LinkedHashMap<>();
        private @Nullable String object;
        private @Nullable String method;
        private @Nullable String value;
        private int signatures;

        Reading(XMLStreamReader in) {
            this.in = in;
        }

        FileManifest manifest() throws XMLStreamException {
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> begins();
                    case XMLStreamConstants.END_ELEMENT -> ends();
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                    case XMLStreamConstants.COMMENT,
                            XMLStreamConstants.SPACE,
                            XMLStreamConstants.END_DOCUMENT -> {
                        // Means nothing.
                    }
                    default -> throw wrong("it has more than elements and text");
                }
            }
            if (signatures != 1 || digests.isEmpty()) {
                throw wrong("it does not name one signature and what it covers");
            }
            return new FileManifest(digests);
        }

        private void begins() throws XMLStreamException {
            var name = in.getName();
            var parent = open.isEmpty() ? null : open.getLast();
            open.add(name);
            if (name.equals(ROOT) && parent == null) {
                return;
            }
            if (name.equals(SIGNED_BY) && ROOT.equals(parent)) {
                signatures++;
                if (!SIGNATURE.equals(in.getAttributeValue(null, "URI"))) {
                    throw wrong("it names another signature");
                }
            } else if (name.equals(OBJECT) && ROOT.equals(parent)) {
                object = in.getAttributeValue(null, "URI");
            } else if (name.equals(METHOD) && OBJECT.equals(parent)) {
                method = in.getAttributeValue(null, "Algorithm");
            } else if (name.equals(VALUE) && OBJECT.equals(parent) && value == null) {
                value = "";
            } else {
                throw wrong("it has the element " + name.getLocalPart() + " where none may be");
            }
        }

        private void text() throws XMLStreamException {
            if (!open.isEmpty() && open.getLast().equals(VALUE)) {
                value = Objects.requireNonNullElse(value, "") + in.getText();
            } else if (!in.getText().isBlank()) {
                throw wrong("it has text where none may be");
            }
        }

        private void ends() throws XMLStreamException {
            if (!open.removeLast().equals(OBJECT)) {
                return;
            }
            if (object == null || value == null || !SHA256.equals(method)) {
                throw wrong("what it covers is not named with a SHA-256");
            }
            try {
                var digest = Digest.of(Base64.getDecoder().decode(value.strip()));
                if (digests.put(object, digest) != null) {
                    throw wrong("it names one file twice");
                }
            } catch (IllegalArgumentException noDigest) {
                throw wrong("a SHA-256 in it is not one");
            }
            object = null;
            method = null;
            value = null;
        }

        private static XMLStreamException wrong(String reason) {
            return new XMLStreamException(reason);
        }
    }

    /// Whether it covers these files and no other.
    boolean covers(Set<String> names) {
        return digests.keySet().equals(names);
    }
}
