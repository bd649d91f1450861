// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Columns of many rows, for statements that write them together. Source: PostgreSQL, `unnest` and
/// section 8.15 on the form of arrays.
final class Columns {
    private Columns() {}

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> member) {
        var column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = member.apply(rows.get(i));
        }
        return column;
    }

    static <T> Integer[] wholes(List<T> rows, ToIntFunction<T> member) {
        return rows.stream().map(member::applyAsInt).toArray(Integer[]::new);
    }

    static <T> Boolean[] truths(List<T> rows, Function<T, Boolean> member) {
        return rows.stream().map(member).toArray(Boolean[]::new);
    }

    /// An array as a text.
    static String array(Collection<String> values) {
        return values.stream()
                .map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
