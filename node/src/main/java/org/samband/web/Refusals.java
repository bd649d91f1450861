// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.samband.act.Refusal;

/// What a form was refused for: shown above the form (`web/errors.jte`) and at its fields
/// (`web/field.jte`). The place of a refusal is the name of its field.
public record Refusals(List<Refusal> all) {

    public static final Refusals NONE = new Refusals(List.of());

    public Refusals {
        all = List.copyOf(all);
    }

    public static Refusals of(Refusal... refusals) {
        return new Refusals(Arrays.asList(refusals));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// The first refusal of a field.
    public Optional<Refusal> at(String field) {
        return all.stream().filter(refusal -> refusal.where().equals(field)).findFirst();
    }
}
