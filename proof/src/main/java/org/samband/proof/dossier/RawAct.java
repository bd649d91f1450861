// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonWalk;

/// An act as its entry says it, in the bytes that were signed. Its members are found when it is
/// folded, so that a million of them take little room until then.
public final class RawAct {
    private final int party;
    private final long number;
    private final long seen;
    private final byte[] bytes;
    private final int from;
    private final int to;

    /// @param party place of the acting party among those of the export
    /// @param number of the entry in that party's ledger, counted from 1
    /// @param seen how many of the counterpart's entries the acting node had admitted
    /// @param bytes in which the canonical JSON of the entry's content stands
    RawAct(int party, long number, long seen, byte[] bytes, int from, int to) {
        this.party = party;
        this.number = number;
        this.seen = seen;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    int party() {
        return party;
    }

    long number() {
        return number;
    }

    boolean isSame(RawAct other) {
        return other.party == party && other.number == number;
    }

    /// Whether its party knew of another act when it acted (PROC-40).
    boolean knew(RawAct other) {
        return other.party == party ? other.number < number : seen >= other.number;
    }

    /// Where a value stands in bytes.
    static final class Slice {
        private final byte[] bytes;
        private final int from;
        private final int to;

        Slice(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        byte[] bytes() {
            return bytes;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        /// The string that this is; empty if it is none.
        String text() {
            if (bytes[from] != '"') {
                return "";
            }
            for (int at = from + 1; at < to - 1; at++) {
                if (bytes[at] == '\\') {
                    return FieldText.read(bytes, from, to) instanceof String text ? text : "";
                }
            }
            return new String(bytes, from + 1, to - from - 2, StandardCharsets.UTF_8);
        }
    }

    /// The members of the content.
    Map<String, Slice> members() {
        return members(bytes, from, to);
    }

    /// The members of an object of canonical JSON; none if it is no object.
    static Map<String, Slice> members(byte[] json, int from, int to) {
        var members = new HashMap<String, Slice>();
        if (json[from] != '{') {
            return members;
        }
        int at = from + 1;
        while (json[at] == '"') {
            int nameEnd = JsonWalk.string(json, at, to);
            int valueEnd = nameEnd < 0 ? -1 : JsonWalk.value(json, nameEnd + 1, to, 1);
            if (valueEnd < 0) {
                return read(json, from, to);
            }
            members.put(
                    new Slice(json, at, nameEnd).text(), new Slice(json, nameEnd + 1, valueEnd));
            if (json[valueEnd] == '}') {
                break;
            }
            at = valueEnd + 1;
        }
        return members;
    }

    /// The same where the walk leaves the decision to the reader of JSON.
    private static Map<String, Slice> read(byte[] json, int from, int to) {
        var members = new HashMap<String, Slice>();
        @Nullable Object value = FieldText.read(json, from, to);
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                var bytes = CanonicalJson.bytes(member);
                members.put(String.valueOf(name), new Slice(bytes, 0, bytes.length));
            });
        }
        return members;
    }
}
