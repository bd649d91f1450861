// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.output.AkomaNtoso;
import org.samband.instrument.output.InstrumentPage;
import org.samband.instrument.output.Summary;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `instrument.json` and `commitments.json`: printing after an import, reading at the start of a
/// node. Specification: `spec/instrument/README.md`.
public final class InstrumentFile {
    private static final String FORMAT = "samband-instrument/1";

    private InstrumentFile() {}

    /// @throws IllegalArgumentException with the reason, if the bytes are not what an import writes
    public static Imported read(byte[] instrumentJson, byte[] commitmentsJson) {
        try {
            var mapper = JsonMapper.shared();
            var instrument = mapper.readTree(instrumentJson);
            if (!FORMAT.equals(instrument.path("format").asString(""))) {
                throw new IllegalArgumentException("an instrument file has format " + FORMAT);
            }
            return new Imported(
                    instrument(instrument),
                    list(mapper.readTree(commitmentsJson), InstrumentFile::commitment));
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "an instrument file is no JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    /// The files that an import writes, by name.
    public static Map<String, byte[]> outputs(Imported imported) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("instrument.json", utf8(instrumentJson(imported.instrument())));
        files.put("instrument.akn.xml", utf8(AkomaNtoso.of(imported.instrument())));
        files.put("instrument.html", utf8(InstrumentPage.of(imported)));
        files.put("commitments.json", utf8(commitmentsJson(imported.commitments())));
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What was read, on one screen.
    public static String summary(Imported imported) {
        return Summary.of(imported);
    }

    /// The text of `instrument.json`.
    public static String instrumentJson(Instrument instrument) {
        var map = new LinkedHashMap<String, Object>();
        map.put("format", FORMAT);
        map.put("title", instrument.title());
        map.put("version", instrument.version());
        map.put("parties", instrument.parties().stream().map(InstrumentFile::json).toList());
        map.put("parts", instrument.parts().stream().map(InstrumentFile::json).toList());
        map.put("signatures", instrument.signatures().stream().map(InstrumentFile::json).toList());
        map.put("notes", instrument.notes());
        map.put("gaps", instrument.gaps().stream().map(InstrumentFile::json).toList());
        return JsonText.of(map);
    }

    /// The text of `commitments.json`.
    public static String commitmentsJson(List<Commitment> commitments) {
        return JsonText.of(commitments.stream().map(InstrumentFile::json).toList());
    }

    private static Map<String, Object> json(Party party) {
        return object("name", party.name(), "fullName", party.fullName());
    }

    private static Map<String, Object> json(Part part) {
        return object(
                "id", part.id(),
                "kind", part.kind().word(),
                "number", part.number(),
                "heading", part.heading(),
                "depth", part.depth(),
                "paragraphs", part.paragraphs().stream().map(InstrumentFile::json).toList());
    }

    private static Map<String, Object> json(Paragraph paragraph) {
        return object(
                "id", paragraph.id(),
                "number", paragraph.number(),
                "text", paragraph.text(),
                "itemsAt", paragraph.itemsAt(),
                "items", paragraph.items().stream().map(InstrumentFile::json).toList(),
                "sentences", paragraph.sentences().stream().map(InstrumentFile::json).toList(),
                "page", paragraph.page());
    }

    private static Map<String, Object> json(Item item) {
        return object(
                "id", item.id(),
                "label", item.label(),
                "key", item.key(),
                "text", item.text(),
                "itemsAt", item.itemsAt(),
                "items", item.items().stream().map(InstrumentFile::json).toList(),
                "sentences", item.sentences().stream().map(InstrumentFile::json).toList());
    }

    private static Map<String, Object> json(Sentence sentence) {
        return object(
                "number", sentence.number(), "start", sentence.start(), "end", sentence.end());
    }

    private static Map<String, Object> json(Signature signature) {
        return object("party", signature.party(), "lines", signature.lines());
    }

    private static Map<String, Object> json(Gap gap) {
        return object("kind", gap.kind(), "where", gap.where(), "words", gap.words());
    }

    private static Map<String, Object> json(Commitment one) {
        return object(
                "id", one.id(),
                "paragraph", one.paragraph(),
                "sentence", one.sentence(),
                "boundParties", one.boundParties(),
                "undertaking", one.undertaking().name(),
                "cadence", one.cadence(),
                "condition", one.condition(),
                "area", one.area(),
                "words", one.words(),
                "verb", one.verb(),
                "object", one.object(),
                "forum", one.forum(),
                "named", one.named(),
                "also", one.also().stream().map(Undertaking::name).toList(),
                "conditions", one.conditions(),
                "leadIn", one.leadIn(),
                "frame", one.frame(),
                "negative", one.negative(),
                "start", one.start(),
                "end", one.end());
    }

    private static Map<String, Object> object(@Nullable Object... members) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int at = 0; at < members.length; at += 2) {
            map.put(String.valueOf(members[at]), members[at + 1]);
        }
        @SuppressWarnings("unchecked") // members may be null; the printer knows null
        var result = (Map<String, Object>) (Map<String, ?>) map;
        return result;
    }

    private static Instrument instrument(JsonNode node) {
        return new Instrument(
                text(node, "title"),
                text(node, "version"),
                list(
                        node.path("parties"),
                        each -> new Party(text(each, "name"), text(each, "fullName"))),
                list(node.path("parts"), InstrumentFile::part),
                list(
                        node.path("signatures"),
                        each -> new Signature(orNull(each, "party"), texts(each, "lines"))),
                texts(node, "notes"),
                list(
                        node.path("gaps"),
                        each ->
                                new Gap(
                                        text(each, "kind"),
                                        text(each, "where"),
                                        text(each, "words"))));
    }

    private static Part part(JsonNode node) {
        return new Part(
                text(node, "id"),
                Part.Kind.valueOf(text(node, "kind").toUpperCase(Locale.ROOT)),
                text(node, "number"),
                text(node, "heading"),
                node.path("depth").asInt(),
                list(node.path("paragraphs"), InstrumentFile::paragraph));
    }

    private static Paragraph paragraph(JsonNode node) {
        return new Paragraph(
                text(node, "id"),
                text(node, "number"),
                text(node, "text"),
                node.path("itemsAt").asInt(),
                list(node.path("items"), InstrumentFile::item),
                list(node.path("sentences"), InstrumentFile::sentence),
                node.path("page").asInt());
    }

    private static Item item(JsonNode node) {
        return new Item(
                text(node, "id"),
                text(node, "label"),
                text(node, "key"),
                text(node, "text"),
                node.path("itemsAt").asInt(),
                list(node.path("items"), InstrumentFile::item),
                list(node.path("sentences"), InstrumentFile::sentence));
    }

    private static Sentence sentence(JsonNode node) {
        return new Sentence(
                node.path("number").asInt(), node.path("start").asInt(), node.path("end").asInt());
    }

    private static Commitment commitment(JsonNode node) {
        return new Commitment(
                text(node, "id"),
                text(node, "paragraph"),
                node.path("sentence").asInt(),
                texts(node, "boundParties"),
                Undertaking.valueOf(text(node, "undertaking")),
                orNull(node, "cadence"),
                orNull(node, "condition"),
                text(node, "area"),
                text(node, "words"),
                text(node, "verb"),
                text(node, "object"),
                orNull(node, "forum"),
                texts(node, "named"),
                texts(node, "also").stream().map(Undertaking::valueOf).toList(),
                texts(node, "conditions"),
                orNull(node, "leadIn"),
                node.path("frame").asBoolean(),
                node.path("negative").asBoolean(),
                node.path("start").asInt(),
                node.path("end").asInt());
    }

    private static String text(JsonNode node, String member) {
        var value = node.path(member);
        if (!value.isString()) {
            throw new IllegalArgumentException("an instrument file lacks the text " + member);
        }
        return value.asString();
    }

    private static @Nullable String orNull(JsonNode node, String member) {
        return node.path(member).isString() ? node.path(member).asString() : null;
    }

    private static List<String> texts(JsonNode node, String member) {
        return list(node.path(member), JsonNode::asString);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        if (!array.isArray()) {
            throw new IllegalArgumentException("an instrument file lacks a list");
        }
        var all = new ArrayList<T>();
        array.forEach(node -> all.add(each.apply(node)));
        return all;
    }
}
