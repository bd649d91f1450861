// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.samband.instrument.InstrumentRule;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// XML without document types, entities and references to outside.
final class Xml {
    private Xml() {}

    static Element root(byte[] bytes) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            var root =
                    builder.parse(new InputSource(new ByteArrayInputStream(bytes)))
                            .getDocumentElement();
            deep(root, 0);
            return root;
        } catch (SAXParseException broken) {
            throw refused(broken);
        } catch (SAXException broken) {
            throw new UnreadableException(InstrumentRule.DAMAGED, "its XML is broken");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK parses XML safely", impossible);
        }
    }

    private static UnreadableException refused(SAXParseException broken) {
        var message = String.valueOf(broken.getMessage());
        return message.contains("DOCTYPE")
                ? new UnreadableException(InstrumentRule.UNSAFE, "it declares a document type")
                : new UnreadableException(
                        InstrumentRule.DAMAGED,
                        "its XML is broken in line " + broken.getLineNumber());
    }

    private static void deep(Element element, int depth) {
        Bounds.most(depth, Bounds.DEPTH, "elements in one another");
        children(element).forEach(child -> deep(child, depth + 1));
    }

    static List<Element> children(Node parent) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Node parent, String name) {
        return children(parent).stream().filter(child -> name(child).equals(name)).toList();
    }

    /// The first child of that name, or an empty element.
    static java.util.Optional<Element> child(Node parent, String name) {
        return children(parent).stream().filter(child -> name(child).equals(name)).findFirst();
    }

    static String name(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }

    /// The attribute of that local name, in whatever namespace; empty where there is none.
    static String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (int at = 0; at < attributes.getLength(); at++) {
            if (name(attributes.item(at)).equals(name)) {
                return attributes.item(at).getNodeValue();
            }
        }
        return "";
    }

    /// Says nothing on the console; errors are thrown.
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
