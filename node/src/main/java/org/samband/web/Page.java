// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;

/// What a page method answers: which template, with which values, in which frame. Each call gives a
/// new page.
///
/// @param template path under `src/main/jte`, for instance `procedure/dossier.jte`
/// @param title already in the officer's language; empty for the product's name alone
/// @param values the template's parameters beside `frame`
/// @param marking of the content; empty for a page without content, which bears the node's
///   working-page banner
/// @param partnership whose navigation stands on the page
/// @param at key of the navigation entry under which the page stands
public record Page(
        String template,
        String title,
        Map<String, Object> values,
        Optional<Marking> marking,
        Optional<PartnershipId> partnership,
        String at,
        int status) {
    /// Status of a page that says why nothing was done: 422, Unprocessable Content. Source: RFC
    /// 9110, section 15.5.21.
    public static final int REFUSED = 422;

    public Page {
        values = Map.copyOf(values);
    }

    public static Page of(String template) {
        return new Page(template, "", Map.of(), Optional.empty(), Optional.empty(), "", 200);
    }

    public Page titled(String words) {
        return new Page(template, words, values, marking, partnership, at, status);
    }

    /// Gives the template one of its parameters.
    public Page with(String name, Object value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Page(template, title, more, marking, partnership, at, status);
    }

    /// The banner at head and foot. For several records on one page: their merged marking.
    public Page marked(Marking ofContent) {
        return new Page(template, title, values, Optional.of(ofContent), partnership, at, status);
    }

    public Page in(PartnershipId whose) {
        return new Page(template, title, values, marking, Optional.of(whose), at, status);
    }

    public Page at(String navigationKey) {
        return new Page(template, title, values, marking, partnership, navigationKey, status);
    }

    public Page status(int code) {
        return new Page(template, title, values, marking, partnership, at, code);
    }
}
