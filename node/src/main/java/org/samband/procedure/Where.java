// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is asked of a table: the conditions that were given and no others, so that the database
/// plans each question by itself. Nothing of a condition but its value comes from outside; words
/// are compared by plain equality, as row-level security wants it.
final class Where {
    private final StringBuilder conditions;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /// @param first condition, which is always there
    Where(String first) {
        conditions = new StringBuilder(" where ").append(first);
    }

    /// @param condition with the value in it by its name
    Where and(String condition, String name, Optional<?> value) {
        value.ifPresent(given -> {
            conditions.append(" and ").append(condition);
            values.put(name, given);
        });
        return this;
    }

    Where with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /// As the index of open dossiers says it, so that it is used whatever else is asked.
    Where finished(Optional<Boolean> given) {
        given.ifPresent(yes -> conditions.append(yes ? " and finished" : " and not finished"));
        return this;
    }

    /// Each must be one of the beginnings of the dossier.
    Where beginning(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            and(":word" + i + " = any (beginnings)", "word" + i, Optional.of(words.get(i)));
        }
        return this;
    }

    Map<String, Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return conditions + " ";
    }
}
