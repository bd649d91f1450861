// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One element of a policy file, read within bounds: no document type, no external entity, no
/// element deeper than {@link #DEPTH}. Source: LABEL-32.
///
/// @param name local name of an element in the namespace of Open XML SPIF; elements of other
///   namespaces are not kept
/// @param line counted from 1
/// @param attributes by local name; those of our own namespace begin with `samband:`
record PolicyElement(
        String name, int line, Map<String, String> attributes, List<PolicyElement> children) {
    static final String SPIF = "http://www.xmlspif.org/spif";
    static final String SAMBAND = "urn:samband:label:1";
    static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final int LARGEST = 256 * 1024;
    private static final int DEPTH = 16;

    /// Why a file is not read.
    static final class NotRead extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final String reason;

        NotRead(int line, String reason) {
            super(reason);
            this.line = line;
            this.reason = reason;
        }

        int line() {
            return line;
        }

        String reason() {
            return reason;
        }
    }

    static PolicyElement read(byte[] bytes) throws NotRead {
        if (bytes.length > LARGEST) {
            throw new NotRead(
                    1, "it has " + bytes.length + " bytes, and a policy has at most " + LARGEST);
        }
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException broken) {
            var line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            throw new NotRead(Math.max(line, 1), "it is no well-formed XML");
        }
    }

    private static PolicyElement read(XMLStreamReader xml) throws XMLStreamException, NotRead {
        Deque<PolicyElement> open = new ArrayDeque<>();
        var top = new ArrayList<PolicyElement>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new NotRead(
                                xml.getLocation().getLineNumber(),
                                "a document type or an entity stands in it");
                case XMLStreamConstants.START_ELEMENT -> {
                    var element = start(xml);
                    if (open.size() == DEPTH) {
                        throw new NotRead(element.line(), "it is nested too deep");
                    }
                    if (SPIF.equals(xml.getNamespaceURI())) {
                        (open.isEmpty() ? top : open.peek().children()).add(element);
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                default -> {
                    // Text and remarks say nothing here.
                }
            }
        }
        return top.stream()
                .filter(element -> element.name().equals("SPIF"))
                .findFirst()
                .orElseThrow(() -> new NotRead(1, "its root is not SPIF of " + SPIF));
    }

    private static PolicyElement start(XMLStreamReader xml) {
        var attributes = new HashMap<String, String>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            var namespace = xml.getAttributeNamespace(i);
            var prefix =
                    SAMBAND.equals(namespace) ? "samband:" : XML.equals(namespace) ? "xml:" : "";
            if (namespace == null || namespace.isEmpty() || !prefix.isEmpty()) {
                attributes.put(prefix + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        return new PolicyElement(
                xml.getLocalName(),
                xml.getLocation().getLineNumber(),
                attributes,
                new ArrayList<>());
    }

    Stream<PolicyElement> each(String child) {
        return children.stream().filter(one -> one.name().equals(child));
    }

    PolicyElement one(String child) throws NotRead {
        return each(child)
                .findFirst()
                .orElseThrow(() -> new NotRead(line, name + " has no " + child));
    }

    Optional<String> maybe(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).filter(value -> !value.isBlank());
    }

    String need(String attribute) throws NotRead {
        return maybe(attribute).orElseThrow(() -> new NotRead(line, name + " has no " + attribute));
    }

    int number(String attribute) throws NotRead {
        var value = need(attribute);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notOne) {
            throw new NotRead(line, attribute + " is \"" + value + "\" and no whole number");
        }
    }
}
