// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samband.procedure.FieldForm;

/// What an agenda says about an item beside its words: which paragraphs it serves, for how long and
/// by whom. It is part of the wording: two wordings are the same only if their slots are. Source:
/// spec/drafting, DRAFT-25; SDP paragraph 11.
///
/// @param paragraphs numbers of paragraphs or items of the instrument: `23`, `11.3`
/// @param minutes that it takes; 0 where none are said
/// @param speaker authority and function, no name; empty for none
/// @param at when it begins, in the zone of the first party of the partnership; empty where it
///   follows the item before
public record Slot(List<String> paragraphs, int minutes, String speaker, Optional<LocalTime> at) {
    /// Nothing said, as in every text that is no agenda.
    public static final Slot NONE = new Slot(List.of(), 0, "", Optional.empty());

    /// A day has no more.
    public static final int MOST_MINUTES = 1_440;

    static final int MOST_PARAGRAPHS = 20;
    public static final int LONGEST_SPEAKER = 200;

    private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]");

    public Slot {
        paragraphs = List.copyOf(paragraphs);
    }

    boolean isNone() {
        return equals(NONE);
    }

    /// How it stands in an entry and in the canonical text.
    Map<String, Object> entry() {
        var said = new TreeMap<String, Object>();
        if (!paragraphs.isEmpty()) {
            said.put("paragraphs", paragraphs);
        }
        if (minutes > 0) {
            said.put("minutes", (long) minutes);
        }
        if (!speaker.isEmpty()) {
            said.put("speaker", speaker);
        }
        at.ifPresent(time -> said.put("at", time.toString()));
        return said;
    }

    /// Empty if an entry does not say it in its form.
    static Optional<Slot> of(@Nullable Object item) {
        if (item == null) {
            return Optional.of(NONE);
        }
        var said = TextEntries.map(item);
        var paragraphs = new ArrayList<String>();
        TextEntries.list(said, "paragraphs").forEach(one -> paragraphs.add(String.valueOf(one)));
        var slot =
                new Slot(
                        paragraphs,
                        said.get("minutes") instanceof Long minutes
                                        && minutes >= 0
                                        && minutes <= MOST_MINUTES
                                ? minutes.intValue()
                                : 0,
                        TextEntries.text(said, "speaker"),
                        time(TextEntries.text(said, "at")));
        return !said.isEmpty() && slot.isWellFormed() && slot.entry().equals(said)
                ? Optional.of(slot)
                : Optional.empty();
    }

    boolean isWellFormed() {
        return hasParagraphs()
                && (speaker.isEmpty()
                        || (Wording.fits(speaker, LONGEST_SPEAKER)
                                && speaker.lines().count() == 1));
    }

    private boolean hasParagraphs() {
        return paragraphs.size() <= MOST_PARAGRAPHS
                && new HashSet<>(paragraphs).size() == paragraphs.size()
                && paragraphs.stream().allMatch(FieldForm::isParagraph);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return TIME.matcher(text).matches()
                    ? Optional.of(LocalTime.parse(text))
                    : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /// As officers type it.
    ///
    /// @param paragraphs parted by commas or blanks
    public record Typed(String paragraphs, String minutes, String speaker, String at) {
        private static final Pattern PARTED = Pattern.compile("[,;\\s]+");
        private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2})[:.]([0-9]{2})");

        public static final Typed NOTHING = new Typed("", "", "", "");

        public Typed {
            paragraphs = paragraphs.strip();
            minutes = minutes.strip();
            speaker = speaker.strip();
            at = at.strip();
        }

        public static Typed of(Slot slot) {
            return new Typed(
                    String.join(", ", slot.paragraphs()),
                    slot.minutes() == 0 ? "" : String.valueOf(slot.minutes()),
                    slot.speaker(),
                    slot.at().map(LocalTime::toString).orElse(""));
        }

        public Slot slot() {
            return new Slot(
                    numbers(),
                    minutes.matches("[0-9]{1,4}") ? Integer.parseInt(minutes) : 0,
                    speaker,
                    begins());
        }

        private List<String> numbers() {
            return PARTED.splitAsStream(paragraphs)
                    .filter(one -> !one.isEmpty())
                    .distinct()
                    .toList();
        }

        private Optional<LocalTime> begins() {
            var matcher = CLOCK.matcher(at);
            return matcher.matches()
                    ? time(
                            "%02d:%s"
                                    .formatted(
                                            Integer.parseInt(matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        }

        /// What was typed into a field that {@link #wrong()} names.
        public String typed(String field) {
            return switch (field) {
                case "paragraphs" -> paragraphs;
                case "minutes" -> minutes;
                case "at" -> at;
                default -> speaker;
            };
        }

        /// The name of the first field that cannot be read; empty if all can.
        public Optional<String> wrong() {
            var slot = slot();
            if (!slot.hasParagraphs()) {
                return Optional.of("paragraphs");
            }
            if (!minutes.isEmpty() && (slot.minutes() < 1 || slot.minutes() > MOST_MINUTES)) {
                return Optional.of("minutes");
            }
            if (!slot.isWellFormed()) {
                return Optional.of("speaker");
            }
            return at.isEmpty() || slot.at().isPresent() ? Optional.empty() : Optional.of("at");
        }
    }
}
