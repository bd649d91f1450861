// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads an export: LEDGER-20 to LEDGER-22, in the order of LEDGER-24.
public final class Export {
    private final List<Part> parts = new ArrayList<>();
    private int dossiers;

    private record Part(Ledger ledger, long size, Note.Key key, List<Note> notes) {}

    private Export() {}

    /// @return the ledgers, whole and proven
    /// @throws Wrong with the first thing that is wrong
    public static List<Ledger> read(byte[] bytes) throws Wrong {
        var lines = new Lines(bytes);
        var first = lines.next().orElseThrow(() -> Wrong.unreadable("no first line"));
        var export = new Export();
        export.header(first);
        for (var part : export.parts) {
            export.checkpoints(part);
        }
        for (var part : export.parts) {
            export.entries(part, lines);
        }
        for (var part : export.parts) {
            export.cosignatures(part);
        }
        for (int i = 0; i < export.dossiers && !lines.isAtEnd(); i++) {
            lines.next(); // What they say of dossiers follows from the entries: LEDGER-26.
        }
        Wrong.unless(lines.isAtEnd(), "LEDGER-21", "more than was said");
        return export.parts.stream().map(Part::ledger).toList();
    }

    private void header(byte[] line) throws Wrong {
        try {
            var header = Json.object(line);
            boolean first = "samband-export/1".equals(header.get("format"));
            Wrong.unless(
                    first || "samband-export/2".equals(header.get("format")),
                    "LEDGER-20",
                    "format");
            dossiers = first ? 0 : Integer.MAX_VALUE;
            for (var one : Json.list(header, "ledgers", "LEDGER-20")) {
                var ledger = Json.members(one);
                var notes = new ArrayList<Note>();
                for (var note : Json.list(ledger, "checkpoints", "LEDGER-20")) {
                    notes.add(Note.of(String.valueOf(note)));
                }
                var key = Note.Key.of(text(ledger, "key"));
                var second =
                        ledger.containsKey("second")
                                ? Optional.of(Note.Key.of(text(ledger, "second")))
                                : Optional.<Note.Key>empty();
                Wrong.unless(
                        !key.isSecond() && second.stream().allMatch(Note.Key::isSecond),
                        "LEDGER-20",
                        "a key of another kind");
                parts.add(
                        new Part(
                                new Ledger(
                                        text(header, "partnership"),
                                        text(ledger, "party"),
                                        key,
                                        second),
                                Ledger.whole(ledger, "size", 0),
                                key,
                                notes));
            }
        } catch (Wrong wrong) {
            throw Wrong.unreadable(String.valueOf(wrong.getMessage()));
        }
    }

    private static String text(Map<String, Object> object, String member) throws Wrong {
        return Json.text(object, member, "LEDGER-20");
    }

    private void checkpoints(Part part) throws Wrong {
        try {
            for (var note : part.notes) {
                Wrong.unless(
                        note.origin().equals(part.ledger.origin())
                                && part.key.name().equals(part.ledger.origin()),
                        "LEDGER-10",
                        note.origin());
                Wrong.unless(note.size() <= part.size, "LEDGER-22", "of more than there is");
            }
            Wrong.unless(
                    part.size == 0 || part.notes.stream().anyMatch(n -> n.size() == part.size),
                    "LEDGER-22",
                    "none of the whole ledger");
        } catch (Wrong wrong) {
            throw wrong.at(part.ledger.party(), 0);
        }
    }

    private void entries(Part part, Lines lines) throws Wrong {
        var other = other(part);
        check(part);
        while (part.ledger.size() < part.size) {
            if (lines.isAtEnd()) {
                throw Wrong.of("LEDGER-21", "missing")
                        .at(part.ledger.party(), part.ledger.size() + 1L);
            }
            var line = lines.next().orElseThrow(() -> Wrong.of("LEDGER-21", "cut off"));
            part.ledger.admit(line, other.ledger, other.size);
            if (part.ledger.keys().changed() == part.ledger.size()) {
                changed(part);
            }
            check(part);
        }
    }

    private Part other(Part part) {
        var unknown = new Ledger("none", "NONE", part.key);
        return parts.stream()
                .filter(one -> !one.ledger.party().equals(part.ledger.party()))
                .findFirst()
                .orElse(new Part(unknown, Long.MAX_VALUE, part.key, List.of()));
    }

    /// LEDGER-18 and LEDGER-19: the change is shown, and takes nothing with it that it revokes.
    private static void changed(Part part) throws Wrong {
        long number = part.ledger.size();
        for (var note : part.notes) {
            if (note.size() < number) {
                try {
                    part.ledger.keys().notRevoked(note);
                } catch (Wrong wrong) {
                    throw wrong.at(part.ledger.party(), number);
                }
            }
        }
        if (part.notes.stream().noneMatch(note -> note.size() == number)) {
            throw Wrong.of("LEDGER-18", "not shown").at(part.ledger.party(), number);
        }
    }

    private static void check(Part part) throws Wrong {
        for (var note : part.notes) {
            if (note.size() == part.ledger.size()) {
                part.ledger.check(note);
            }
        }
    }

    private void cosignatures(Part part) throws Wrong {
        for (var note : part.notes) {
            try {
                other(part).ledger.keys().cosigned(note);
            } catch (Wrong wrong) {
                throw wrong.at(part.ledger.party(), note.size());
            }
        }
    }
}
