// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.nio.charset.StandardCharsets;
import org.samband.proof.dossier.DossierNames;

/// What a walk over the bytes of an entry found. The canonical form puts the members in one order,
/// so an entry is a text with places for its values. What the walk does not decide, {@link
/// EntrySequence} reads with {@link CanonicalJson}, which also names what is wrong.
///
/// @param decided whether the entry is canonical and its members are of their form, but for the
///   order
/// @param day where the day of the member `at` begins, ten characters long
/// @param kind what this program does with its content
/// @param subject the dossier that the member `subject` names
/// @param content where the member `content` begins; its end follows
record EntryWalk(
        boolean decided,
        long number,
        long seen,
        int day,
        Kind kind,
        long subject,
        int content,
        int contentEnd) {
    /// Kinds of entries that this program reads.
    enum Kind {
        OPENING("dossier.open"),
        ACT("dossier.act"),
        KEY("ledger.key"),
        OTHER("");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(String word) {
            for (var kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return OTHER;
        }
    }

    private static final EntryWalk UNDECIDED = new EntryWalk(false, 0, 0, 0, Kind.OTHER, 0, 0, 0);

    private static final byte[] AREA = JsonWalk.ascii("{\"area\":");
    private static final byte[] AT = JsonWalk.ascii(",\"at\":\"");
    private static final byte[] BY = JsonWalk.ascii(",\"by\":{\"authority\":");
    private static final byte[] OFFICER = JsonWalk.ascii(",\"officer\":");
    private static final byte[] ROLE = JsonWalk.ascii(",\"role\":");
    private static final byte[] SHARED = JsonWalk.ascii("},\"circle\":\"shared\"");
    private static final byte[] PUBLIC = JsonWalk.ascii("},\"circle\":\"public\"");
    private static final byte[] CONTENT = JsonWalk.ascii(",\"content\":");
    private static final byte[] FORMAT =
            JsonWalk.ascii(",\"format\":\"samband-entry/1\",\"kind\":");
    private static final byte[] LINE = JsonWalk.ascii(",\"line\":\"shared\",\"marking\":");
    private static final byte[] NUMBER = JsonWalk.ascii(",\"number\":");
    private static final byte[] SUBJECT = JsonWalk.ascii(",\"subject\":");
    private static final byte[] END = JsonWalk.ascii("}");
    private static final byte[] Z = JsonWalk.ascii("Z\"");

    /// What every entry of a ledger says between its circle and its number, and of its party.
    static final class Expected {
        private final byte[] party;
        private final DossierNames names;

        private Expected(byte[] party, DossierNames names) {
            this.party = party;
            this.names = names;
        }

        static Expected of(String partnership, String party, DossierNames names) {
            var text =
                    ",\"partnership\":"
                            + CanonicalJson.text(partnership)
                            + ",\"party\":"
                            + CanonicalJson.text(party)
                            + ",\"seen\":";
            return new Expected(text.getBytes(StandardCharsets.UTF_8), names);
        }
    }

    static EntryWalk over(byte[] text, int from, int end, Expected expected) {
        if (end - from > EntrySequence.LARGEST_ENTRY) {
            return UNDECIDED;
        }
        int at = string(text, from, end, AREA);
        at = JsonWalk.literal(text, at, end, AT);
        int day = at;
        at = time(text, at, end);
        at = string(text, at, end, BY);
        at = string(text, at, end, OFFICER);
        at = string(text, at, end, ROLE);
        int circle = JsonWalk.literal(text, at, end, SHARED);
        at = circle >= 0 ? circle : JsonWalk.literal(text, at, end, PUBLIC);
        int content = JsonWalk.literal(text, at, end, CONTENT);
        if (content < 0 || content >= end || text[content] != '{') {
            return UNDECIDED;
        }
        at = JsonWalk.value(text, content, end, 1);
        int contentEnd = at;
        int kind = JsonWalk.literal(text, at, end, FORMAT);
        at = JsonWalk.string(text, kind, end);
        int kindEnd = at;
        int marking = JsonWalk.literal(text, at, end, LINE);
        at = JsonWalk.string(text, marking, end);
        if (at == marking + 2) {
            return UNDECIDED;
        }
        int number = JsonWalk.literal(text, at, end, NUMBER);
        int numberEnd = JsonWalk.whole(text, number, end);
        int seen = JsonWalk.literal(text, numberEnd, end, expected.party);
        int seenEnd = JsonWalk.whole(text, seen, end);
        int subject = JsonWalk.literal(text, seenEnd, end, SUBJECT);
        at = JsonWalk.string(text, subject, end);
        if (JsonWalk.literal(text, at, end, END) != end) {
            return UNDECIDED;
        }
        var kindOf = kind(text, kind, kindEnd);
        boolean isOfDossier = kindOf == Kind.OPENING || kindOf == Kind.ACT;
        return new EntryWalk(
                true,
                JsonWalk.number(text, number, numberEnd),
                JsonWalk.number(text, seen, seenEnd),
                day,
                kindOf,
                isOfDossier ? expected.names.read(text, subject + 1, at - 1) : DossierNames.NONE,
                content,
                contentEnd);
    }

    private static int string(byte[] text, int at, int end, byte[] before) {
        return JsonWalk.string(text, JsonWalk.literal(text, at, end, before), end);
    }

    /// Over a time, with milliseconds or without, and its last quotation mark.
    private static int time(byte[] text, int from, int end) {
        if (from < 0 || end - from < 26 || !digits(text, from, "0000-00-00T00:00:00")) {
            return JsonWalk.UNDECIDED;
        }
        int at = from + 19;
        if (text[at] == '.') {
            if (!digits(text, at, ".000")) {
                return JsonWalk.UNDECIDED;
            }
            at += 4;
        }
        return JsonWalk.literal(text, at, end, Z);
    }

    /// Whether the text is of this form, in which 0 stands for a digit.
    private static boolean digits(byte[] text, int from, String form) {
        for (int i = 0; i < form.length(); i++) {
            byte unit = text[from + i];
            boolean fits =
                    form.charAt(i) == '0' ? unit >= '0' && unit <= '9' : unit == form.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Kind kind(byte[] text, int from, int to) {
        boolean first = text[from + 1] == 'd' || text[from + 1] == 'l';
        return first && to - from < 20
                ? Kind.of(new String(text, from + 1, to - from - 2, StandardCharsets.US_ASCII))
                : Kind.OTHER;
    }
}
