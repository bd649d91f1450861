// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.proof.CanonicalJson;
import org.samband.proof.JsonWalk;

/// Where the members of an object stand in canonical JSON. One walk finds them and those of the
/// object that is their member "fields".
final class Members {
    private static final String FIELDS = "fields";
    private static final int FIRST_ROOM = 4;
    private static final int EACH = 4;

    private final byte[] json;

    /// For each member where its name begins and ends, where it ends, and whether it is marked.
    private int[] places = new int[EACH * FIRST_ROOM];

    private int count;
    private @Nullable Members fields;

    private Members(byte[] json) {
        this.json = json;
    }

    /// A value, or a name with its quotation marks, in canonical JSON.
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
            return string(bytes, from, to);
        }
    }

    /// The members of an object; none if it is no object.
    static Members of(byte[] json, int from, int to) {
        var members = new Members(json);
        if (json[from] == '{' && members.walk(from, to) == JsonWalk.UNDECIDED) {
            members.read(from, to);
        }
        return members;
    }

    /// @return behind the object
    private int walk(int from, int to) {
        int at = from + 1;
        while (json[at] == '"') {
            int nameEnd = JsonWalk.string(json, at, to);
            if (nameEnd < 0) {
                return JsonWalk.UNDECIDED;
            }
            int value = nameEnd + 1;
            int end;
            int mark = 1;
            if (json[value] == '{' && is(at, nameEnd, FIELDS)) {
                var inner = new Members(json);
                end = inner.walk(value, to);
                fields = inner;
            } else {
                long marked =
                        json[value] == '"'
                                ? JsonWalk.marked(json, value, to)
                                : JsonWalk.MARK | JsonWalk.value(json, value, to, 1);
                end = (int) marked;
                mark = (marked & JsonWalk.MARK) == 0 ? 0 : 1;
            }
            if (end < 0) {
                return JsonWalk.UNDECIDED;
            }
            add(at, nameEnd, end, mark);
            if (json[end] == '}') {
                return end + 1;
            }
            at = end + 1;
        }
        return json[at] == '}' ? at + 1 : JsonWalk.UNDECIDED;
    }

    /// The same where the walk leaves the decision to the reader of JSON: the text is canonical, so
    /// its parts are as long as their own canonical forms.
    private void read(int from, int to) {
        count = 0;
        fields = null;
        if (FieldText.read(json, from, to) instanceof Map<?, ?> map) {
            int at = from + 1;
            for (var member : new TreeMap<Object, @Nullable Object>(map).entrySet()) {
                int nameEnd = at + CanonicalJson.bytes(member.getKey()).length;
                int end = nameEnd + 1 + CanonicalJson.bytes(member.getValue()).length;
                add(at, nameEnd, end, 1);
                at = end + 1;
            }
        }
    }

    private void add(int name, int nameEnd, int end, int mark) {
        if (EACH * count == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        places[EACH * count] = name;
        places[EACH * count + 1] = nameEnd;
        places[EACH * count + 2] = end;
        places[EACH * count + 3] = mark;
        count++;
    }

    int count() {
        return count;
    }

    /// Whether a member has this name.
    boolean isNamed(int member, String name) {
        return is(places[EACH * member], places[EACH * member + 1], name);
    }

    Slice value(int member) {
        return new Slice(json, places[EACH * member + 1] + 1, places[EACH * member + 2]);
    }

    /// Whether a value is not known for sure to be a string without {@link JsonWalk#MARK}.
    boolean isMarked(int member) {
        return places[EACH * member + 3] != 0;
    }

    /// The value of the member with this name.
    Optional<Slice> get(String name) {
        for (int i = 0; i < count; i++) {
            if (isNamed(i, name)) {
                return Optional.of(value(i));
            }
        }
        return Optional.empty();
    }

    /// The string that a member is; empty if it is none.
    String text(String name) {
        return get(name).map(Slice::text).orElse("");
    }

    /// The members of the member "fields"; none if there is no such object.
    Members fields() {
        if (fields != null) {
            return fields;
        }
        return get(FIELDS)
                .map(slice -> of(slice.bytes(), slice.from(), slice.to()))
                .orElseGet(() -> new Members(json));
    }

    /// Whether a string with its quotation marks says this.
    private boolean is(int from, int to, String text) {
        if (to - from - 2 != text.length()) {
            return isWide(text) && string(json, from, to).equals(text);
        }
        for (int i = 0; i < text.length(); i++) {
            if (json[from + 1 + i] != text.charAt(i)) {
                return isWide(text) && string(json, from, to).equals(text);
            }
        }
        return true;
    }

    /// Whether a text is written in JSON with other bytes than its characters.
    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                return true;
            }
        }
        return false;
    }

    private static String string(byte[] bytes, int from, int to) {
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
