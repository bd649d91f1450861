// SPDX-License-Identifier: EUPL-1.2
package org.samband.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;

/// Reads the header of messages of the CISE service model. Source: `spec/document/`, section 2.
final class CiseMessages implements DocumentForm {
    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int LONGEST_WORD = 200;
    private static final String ENTITY_PAYLOAD = "Payload";
    private static final Set<String> HEADER =
            Set.of(
                    "MessageID",
                    "CreationDateTime",
                    "ServiceID",
                    "ServiceType",
                    "InformationSecurityLevel",
                    "InformationSensitivity",
                    "IsPersonalData",
                    "Purpose");

    private final List<String> messages;
    private final Map<String, String> levels;
    private final Map<String, String> sensitivities;
    private final Map<String, String> purposes;

    @SuppressWarnings("unchecked") // The file is ours; a test reads it.
    private CiseMessages(String words) {
        messages = (List<String>) DocumentWords.of(words, "messages");
        levels = (Map<String, String>) DocumentWords.of(words, "levels");
        sensitivities = (Map<String, String>) DocumentWords.of(words, "sensitivities");
        purposes = (Map<String, String>) DocumentWords.of(words, "purposes");
    }

    static CiseMessages specified() {
        return new CiseMessages("cise.yaml");
    }

    @Override
    public String name() {
        return "cise-message";
    }

    @Override
    public Bilingual title() {
        return new Bilingual("CISE message (XML)", "CISE-melding (XML)");
    }

    @Override
    public Outcome<DocumentReading> read(byte[] document) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        int line = 1;
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return header(xml).then(this::reading);
            } finally {
                line = Math.max(1, xml.getLocation().getLineNumber());
                xml.close();
            }
        } catch (XMLStreamException broken) {
            int at = broken.getLocation() == null ? line : broken.getLocation().getLineNumber();
            return Outcome.refused(Refusal.of(DocumentRule.NO_XML).with("line", Math.max(1, at)));
        }
    }

    /// What stands in the header of a message.
    ///
    /// @param values first value of each member by its name
    /// @param entities number of entities of the payload by kind
    private record Header(String kind, Map<String, String> values, Map<String, Integer> entities) {}

    private Outcome<Header> header(XMLStreamReader xml) throws XMLStreamException {
        xml.nextTag();
        var kind = xml.getLocalName();
        if (!messages.contains(kind)) {
            return Outcome.refused(
                    Refusal.of(DocumentRule.NO_MESSAGE)
                            .with("found", kind.substring(0, Math.min(40, kind.length()))));
        }
        var open = new ArrayList<>(List.of(kind));
        var values = new LinkedHashMap<String, String>();
        var entities = new TreeMap<String, Integer>();
        for (int elements = 1; !open.isEmpty(); ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
                        throw new XMLStreamException("too much", xml.getLocation());
                    }
                    open.add(xml.getLocalName());
                    if (open.size() == 3
                            && open.get(1).equals(ENTITY_PAYLOAD)
                            && !HEADER.contains(open.get(2))) {
                        entities.merge(open.get(2), 1, Integer::sum);
                    }
                }
                case XMLStreamConstants.CHARACTERS -> text(open, xml.getText(), values);
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.DTD ->
                        throw new XMLStreamException("a document type", xml.getLocation());
                default -> {}
            }
        }
        entities.remove("EnsureEncryption");
        return Outcome.accepted(new Header(kind, values, entities));
    }

    /// Members of the message itself, of its sender and of its payload; deeper ones are content.
    private static void text(List<String> open, String text, Map<String, String> values) {
        var word = text.strip();
        boolean ofHeader =
                open.size() == 2
                        || (open.size() == 3
                                && Set.of("Sender", ENTITY_PAYLOAD).contains(open.get(1)));
        if (ofHeader && HEADER.contains(open.getLast()) && !word.isEmpty()) {
            values.putIfAbsent(
                    open.getLast(), word.substring(0, Math.min(LONGEST_WORD, word.length())));
        }
    }

    private Outcome<DocumentReading> reading(Header header) {
        for (var field : List.of("InformationSecurityLevel", "InformationSensitivity")) {
            var word = header.values().get(field);
            var known = field.endsWith("Level") ? levels : sensitivities;
            if (word != null && !known.containsKey(word)) {
                return Outcome.refused(
                        Refusal.of(DocumentRule.UNKNOWN_WORD)
                                .with("word", word)
                                .with("field", field));
            }
        }
        var fields = new LinkedHashMap<String, String>();
        Optional.ofNullable(header.values().get("Purpose"))
                .map(purposes::get)
                .ifPresent(purpose -> fields.put("purpose", purpose));
        fields.put("information", said(header));
        return Outcome.accepted(new DocumentReading(fields, marking(header), notes(header)));
    }

    private Marking marking(Header header) {
        var labels =
                Stream.of(
                                levels.get(
                                        header.values()
                                                .getOrDefault("InformationSecurityLevel", "")),
                                sensitivities.get(
                                        header.values().getOrDefault("InformationSensitivity", "")))
                        .filter(label -> label != null && !label.isEmpty())
                        .collect(Collectors.joining("|"));
        return Marking.parse(labels);
    }

    private static String said(Header header) {
        var lines = new ArrayList<String>();
        lines.add("CISE " + header.kind());
        for (var member :
                List.of("ServiceType", "ServiceID", "MessageID", "CreationDateTime", "Purpose")) {
            if (header.values().containsKey(member)) {
                lines.add(member + ": " + header.values().get(member));
            }
        }
        header.entities().forEach((kind, number) -> lines.add(kind + ": " + number));
        return String.join("\n", lines);
    }

    private List<Bilingual> notes(Header header) {
        var notes = new ArrayList<Bilingual>();
        if (header.values().getOrDefault("IsPersonalData", "").equals("true")) {
            notes.add(
                    new Bilingual(
                            "The message says that it holds personal data: send it only where the"
                                    + " purpose needs it.",
                            "Meldingen sier at den inneholder personopplysninger: send den bare der"
                                    + " formålet krever det."));
        }
        if (marking(header).isMissing()) {
            notes.add(
                    new Bilingual(
                            "The message bears no marking; choose one.",
                            "Meldingen har ingen merking; velg en."));
        }
        var purpose = header.values().get("Purpose");
        if (purpose != null && !purposes.containsKey(purpose)) {
            notes.add(
                    new Bilingual(
                            "No purpose of this form fits " + purpose + "; choose one.",
                            "Ingen av formålene i skjemaet svarer til " + purpose + "; velg et."));
        }
        return notes;
    }
}
