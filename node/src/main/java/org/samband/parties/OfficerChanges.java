// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the security log keeps of a change: name, authority, roles and clearance in one note; what
/// belongs to a partnership in a note of that partnership, because nothing of one partnership shows
/// in another.
record OfficerChanges(SecurityLog log, Optional<OfficerId> by, OfficerId about) {

    void added(Officer officer) {
        note(
                SecurityEvent.OFFICER_ADDED,
                note ->
                        note.with("account", officer.account())
                                .with("name", officer.name())
                                .with("authority", officer.authority())
                                .with("roles", roles(officer))
                                .with("clearance", clearance(officer)));
        areas(NeedToKnow.NOTHING, officer.needToKnow());
    }

    void changed(Officer before, Officer after) {
        var note = note(SecurityEvent.OFFICER_CHANGED);
        var plain = note;
        note = differing(note, "name", before.name(), after.name());
        note = differing(note, "authority", before.authority(), after.authority());
        note = differing(note, "roles", roles(before), roles(after));
        note = differing(note, "clearance", clearance(before), clearance(after));
        note = differing(note, "language", before.language(), after.language());
        if (!note.equals(plain)) {
            log.note(note);
        }
        areas(before.needToKnow(), after.needToKnow());
    }

    private void areas(NeedToKnow before, NeedToKnow after) {
        SortedSet<PartnershipId> all = new TreeSet<>(before.areas().keySet());
        all.addAll(after.areas().keySet());
        for (var partnership : all) {
            var one = areas(before, partnership);
            var other = areas(after, partnership);
            if (!one.equals(other)) {
                note(
                        SecurityEvent.OFFICER_CHANGED,
                        note -> differing(note.in(partnership), "areas", one, other));
            }
        }
    }

    /// Nothing at all is `-`; the partnership without any area is empty.
    private static String areas(NeedToKnow of, PartnershipId partnership) {
        return Optional.ofNullable(of.areas().get(partnership))
                .map(names -> String.join(", ", names))
                .orElse("-");
    }

    private SecurityNote note(SecurityEvent event) {
        var note = SecurityNote.of(event).about(about);
        return by.map(note::by).orElse(note);
    }

    private void note(SecurityEvent event, Function<SecurityNote, SecurityNote> more) {
        log.note(more.apply(note(event)));
    }

    private static SecurityNote differing(
            SecurityNote note, String name, String before, String after) {
        return before.equals(after) ? note : note.with(name, before + " → " + after);
    }

    private static String roles(Officer officer) {
        return officer.roles().stream().map(Role::word).collect(Collectors.joining(", "));
    }

    private static String clearance(Officer officer) {
        return String.join(" | ", OfficerRows.clearance(officer.clearance()));
    }
}
