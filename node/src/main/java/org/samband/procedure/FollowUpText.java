// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line in which an officer types a follow-up. Source: spec/procedure/README.md, "Fields".
///
/// @param owner code or name of a party, with the code of an authority after a stroke
/// @param paragraph that it serves; empty for none
/// @param due empty for no date
public record FollowUpText(String owner, String what, String paragraph, String due) {

    /// Who, what, which paragraph, by when: the first and the last bar part, and the one before the
    /// last if there is the number of a paragraph or nothing between them. Others belong to the
    /// text.
    public static FollowUpText of(String line) {
        int first = line.indexOf('|');
        int last = line.lastIndexOf('|');
        if (first < 0) {
            return new FollowUpText("", line.strip(), "", "");
        }
        var owner = line.substring(0, first).strip();
        if (last == first) {
            return new FollowUpText(owner, line.substring(first + 1).strip(), "", "");
        }
        var what = line.substring(first + 1, last);
        var due = line.substring(last + 1).strip();
        int before = what.lastIndexOf('|');
        var between = before < 0 ? "" : what.substring(before + 1).strip();
        var named = before >= 0 && (between.isEmpty() || FollowUps.paragraph(between).isPresent());
        return named
                ? new FollowUpText(owner, what.substring(0, before).strip(), between, due)
                : new FollowUpText(owner, what.strip(), "", due);
    }

    /// An item as it stands in an entry.
    public static FollowUpText of(Map<?, ?> item) {
        var authority = text(item.get("authority"));
        return new FollowUpText(
                text(item.get("owner")) + (authority.isEmpty() ? "" : "/" + authority),
                text(item.get("text")),
                text(item.get("paragraph")),
                text(item.get("due")));
    }

    private static String text(@Nullable Object member) {
        return member == null ? "" : String.valueOf(member);
    }

    public String text() {
        return owner + " | " + what + " | " + paragraph + " | " + due;
    }
}
