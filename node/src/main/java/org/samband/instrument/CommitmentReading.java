// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samband.instrument.wording.Proposal;
import org.samband.instrument.wording.SentenceReading;

/// Proposes the commitments of an instrument, sentence by sentence. The words by which it knows
/// them are data: `spec/instrument/lexicon.yaml`.
public final class CommitmentReading {
    private final SentenceReading sentences;
    private final List<Commitment> found = new ArrayList<>();

    private CommitmentReading(Instrument instrument) {
        sentences = new SentenceReading(instrument);
    }

    /// @return in the order of the text; the preamble gives none
    public static List<Commitment> of(Instrument instrument) {
        var reading = new CommitmentReading(instrument);
        for (var part : instrument.parts()) {
            if (part.kind() != Part.Kind.PREAMBLE) {
                reading.read(part);
            }
        }
        return List.copyOf(reading.found);
    }

    /// A paragraph or an item.
    private record Place(
            String area,
            String id,
            String reference,
            String text,
            int itemsAt,
            List<Item> items,
            List<Sentence> sentences) {
        Place of(Item item) {
            return new Place(
                    area,
                    item.id(),
                    reference + item.id().substring(id.length()),
                    item.text(),
                    item.itemsAt(),
                    item.items(),
                    item.sentences());
        }
    }

    private void read(Part part) {
        @Nullable Proposal before = null;
        for (var paragraph : part.paragraphs()) {
            var place =
                    new Place(
                            part.heading(),
                            paragraph.id(),
                            paragraph.reference(),
                            paragraph.text(),
                            paragraph.itemsAt(),
                            paragraph.items(),
                            paragraph.sentences());
            before = read(place, before, null);
        }
    }

    /// @param before the sentence before, for "they" and "this includes"
    /// @param leadIn what the items complete; null outside of a list
    /// @return the last sentence that binds
    private @Nullable Proposal read(
            Place place, @Nullable Proposal before, @Nullable LeadIn leadIn) {
        @Nullable Proposal last = before;
        boolean itemsRead = place.items().isEmpty();
        for (var sentence : place.sentences()) {
            if (!itemsRead && sentence.start() >= place.itemsAt()) {
                items(place, last, leadIn);
                itemsRead = true;
            }
            var words = place.text().substring(sentence.start(), sentence.end());
            boolean opensList = !place.items().isEmpty() && isLastBefore(place, sentence);
            var reading = reading(words, last, sentence.number() == 1 ? leadIn : null);
            if (reading == null) {
                if (opensList) {
                    items(place, last, leadIn);
                    itemsRead = true;
                }
                continue;
            }
            boolean frame = opensList || words.endsWith(":");
            if (!(opensList && reading.bare())) {
                add(place, sentence, words, reading, leadIn, frame);
            }
            last = reading;
            if (opensList) {
                items(place, last, new LeadIn(words, reading));
                itemsRead = true;
            }
        }
        if (!itemsRead) {
            items(place, last, leadIn);
        }
        return last;
    }

    /// @param words of the sentence that opens the list
    private record LeadIn(String words, Proposal reading) {}

    private static boolean isLastBefore(Place place, Sentence sentence) {
        return sentence.end() <= place.itemsAt()
                && place.sentences().stream()
                        .noneMatch(other ->
                                other.start() > sentence.start() && other.end() <= place.itemsAt());
    }

    private void items(Place place, @Nullable Proposal before, @Nullable LeadIn leadIn) {
        @Nullable Proposal last = before;
        for (var item : place.items()) {
            last = read(place.of(item), last, leadIn);
        }
    }

    private @Nullable Proposal reading(
            String words, @Nullable Proposal before, @Nullable LeadIn leadIn) {
        if (leadIn != null && leadIn.reading().bare()) {
            return sentences.item(words, leadIn.reading());
        }
        var own = sentences.sentence(words, before);
        if (own.isPresent()) {
            return own.get();
        }
        return leadIn != null
                ? sentences.item(words, leadIn.reading())
                : sentences.programme(words).orElse(null);
    }

    private void add(
            Place place,
            Sentence sentence,
            String words,
            Proposal reading,
            @Nullable LeadIn leadIn,
            boolean frame) {
        found.add(
                new Commitment(
                        place.id() + ".s" + sentence.number(),
                        place.reference(),
                        sentence.number(),
                        reading.parties(),
                        reading.undertaking(),
                        reading.cadence(),
                        reading.condition(),
                        place.area(),
                        words,
                        reading.verb(),
                        reading.object(),
                        reading.forum(),
                        reading.named(),
                        reading.also(),
                        reading.conditions(),
                        reading.whole() || leadIn == null ? null : leadIn.words(),
                        frame,
                        reading.negative(),
                        sentence.start(),
                        sentence.end()));
    }
}
