// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The keys of one ledger, one after the other: LEDGER-12, -13, -17 to -19, -27 and -28.
final class Keys {
    private static final Set<String> MEMBERS = Set.of("key", "second", "until", "revokes");
    private static final String KIND = "ledger.key";

    private final List<Term> terms = new ArrayList<>();

    /// How long a key holds.
    ///
    /// @param from number of the entry that announces it; 0 for the first key
    /// @param until last day, or empty
    /// @param revokes for how many entries the key before counts; -1 where it is not revoked
    /// @param seen of the announcing entry
    private record Term(
            Note.Key key,
            Optional<Note.Key> second,
            long from,
            String until,
            long revokes,
            long seen) {
        boolean has(Note.Key other) {
            return key.text().equals(other.text())
                    || second.filter(one -> one.text().equals(other.text())).isPresent();
        }
    }

    Keys(Note.Key first, Optional<Note.Key> second) {
        terms.add(new Term(first, second, 0, "", -1, 0));
    }

    /// Number of the entry with the newest key; 0 where the key never changed.
    long changed() {
        return terms.getLast().from();
    }

    boolean isRevoking() {
        return terms.getLast().revokes() >= 0;
    }

    /// LEDGER-18: no entry after the last day of its key.
    void inTime(Map<String, Object> entry) throws Wrong {
        var until = terms.getLast().until();
        var day = Json.text(entry, "at", "LEDGER-03").substring(0, 10);
        Wrong.unless(
                until.isEmpty() || day.compareTo(until) <= 0 || KIND.equals(entry.get("kind")),
                "LEDGER-18",
                "the key ended on " + until);
    }

    /// LEDGER-17: takes a new key, if the entry announces one.
    void take(Map<String, Object> entry, long number, String origin) throws Wrong {
        if (!KIND.equals(entry.get("kind"))) {
            return;
        }
        var content = Json.members(Json.member(entry, "content", "LEDGER-03"));
        Wrong.unless(MEMBERS.containsAll(content.keySet()), "LEDGER-17", "members");
        var key = key(Json.text(content, "key", "LEDGER-17"), origin, false);
        var second =
                content.containsKey("second")
                        ? Optional.of(key(Json.text(content, "second", "LEDGER-17"), origin, true))
                        : Optional.<Note.Key>empty();
        var until = content.containsKey("until") ? Json.text(content, "until", "LEDGER-17") : "";
        Wrong.unless(until.matches("([0-9]{4}-[0-9]{2}-[0-9]{2})?"), "LEDGER-17", "until");
        long revokes = content.containsKey("revokes") ? revokes(content) : -1;
        Wrong.unless(revokes < number, "LEDGER-19", "revokes itself");
        terms.add(new Term(key, second, number, until, revokes, Ledger.whole(entry, "seen", 0)));
    }

    private Note.Key key(String text, String origin, boolean second) throws Wrong {
        Note.Key key;
        try {
            key = Note.Key.of(text);
        } catch (Wrong _) {
            throw Wrong.of("LEDGER-17", "no key");
        }
        Wrong.unless(
                key.name().equals(origin) && key.isSecond() == second,
                "LEDGER-17",
                "a key of " + key.name());
        Wrong.unless(terms.stream().noneMatch(term -> term.has(key)), "LEDGER-17", "a key again");
        return key;
    }

    private static long revokes(Map<String, Object> content) throws Wrong {
        try {
            return Ledger.whole(content, "revokes", 0);
        } catch (Wrong _) {
            throw Wrong.of("LEDGER-17", "revokes");
        }
    }

    /// LEDGER-19: no checkpoint after the revoked entries is signed with the revoked key alone.
    void notRevoked(Note note) throws Wrong {
        for (int i = 1; i < terms.size(); i++) {
            var term = terms.get(i);
            Wrong.unless(
                    term.revokes() < 0
                            || note.size() <= term.revokes()
                            || !note.isSignedBy(terms.get(i - 1).key())
                            || (holding(note) >= i
                                    && note.isSignedBy(terms.get(holding(note)).key())),
                    "LEDGER-19",
                    "signed with a revoked key");
        }
    }

    /// LEDGER-12 and LEDGER-18: signed with the key that holds at its size.
    void signed(Note note) throws Wrong {
        int holding = holding(note);
        var term = terms.get(holding);
        boolean both = holding > 0 && term.from() == note.size() && term.revokes() < 0;
        Wrong.unless(
                note.isSignedBy(term.key())
                        && (!both || note.isSignedBy(terms.get(holding - 1).key())),
                holding == 0 ? "LEDGER-12" : "LEDGER-18",
                "not signed with the key of its time");
        twice(note, term);
        if (both) {
            twice(note, terms.get(holding - 1));
        }
    }

    private static void twice(Note note, Term term) throws Wrong {
        Wrong.unless(
                term.second().isEmpty() || note.isSignedBy(term.second().get()),
                "LEDGER-28",
                "no second signature");
    }

    /// Place of the key that holds at the size of a checkpoint.
    private int holding(Note note) {
        int holding = 0;
        while (holding + 1 < terms.size() && terms.get(holding + 1).from() <= note.size()) {
            holding++;
        }
        return holding;
    }

    /// LEDGER-13 and LEDGER-19 for our cosignature on a checkpoint of the counterpart.
    ///
    /// @return whether one of our keys cosigned it
    boolean cosigned(Note note) throws Wrong {
        boolean cosigned = false;
        for (int i = 0; i < terms.size(); i++) {
            long at = note.cosignedAt(terms.get(i).key());
            boolean by = at >= 0;
            boolean revoked =
                    i + 1 < terms.size()
                            && terms.get(i + 1).revokes() >= 0
                            && note.size() > terms.get(i + 1).seen();
            Wrong.unless(!by || !revoked, "LEDGER-19", "cosigned with a revoked key");
            var second = terms.get(i).second();
            Wrong.unless(
                    !by || second.isEmpty() || note.cosignedAt(second.get()) == at,
                    "LEDGER-28",
                    "no second cosignature");
            cosigned |= by;
        }
        return cosigned;
    }
}
