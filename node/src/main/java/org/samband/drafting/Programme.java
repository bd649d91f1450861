// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// When the items of an agenda begin and end, worked out from the times that stand and from how
/// long each takes. An item without a time begins when the one before it ends; after an item
/// without minutes nobody knows until one has a time again. Source: spec/drafting, DRAFT-26.
public final class Programme {
    private Programme() {}

    /// @param to empty where the item says no minutes
    public record Span(ZonedDateTime from, Optional<ZonedDateTime> to) {}

    /// The items whose beginning is known.
    ///
    /// @param on the day of the meeting
    /// @param zone in which the times of the agenda are meant
    public static Map<PointId, Span> of(JointText text, LocalDate on, ZoneId zone) {
        var spans = new LinkedHashMap<PointId, Span>();
        if (text.opening().kind() != TextKind.AGENDA) {
            return spans;
        }
        var next = Optional.<ZonedDateTime>empty();
        for (var point : text.standing()) {
            var slot = point.any().map(Wording::slot).orElse(Slot.NONE);
            var before = next;
            var from = slot.at().map(at -> ZonedDateTime.of(on, at, zone)).or(() -> before);
            next =
                    from.filter(_ -> slot.minutes() > 0)
                            .map(begin -> begin.plusMinutes(slot.minutes()));
            var to = next;
            from.ifPresent(begin -> spans.put(point.id(), new Span(begin, to)));
        }
        return spans;
    }

    /// How long all items together take.
    public static int minutes(JointText text) {
        return text.standing().stream()
                .flatMap(point -> point.any().stream())
                .mapToInt(wording -> wording.slot().minutes())
                .sum();
    }
}
