// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import org.samband.act.Rule;

/// Why a draft is not kept or not brought back.
public enum FormDraftRule implements Rule {
    TOO_LONG(
            "DRA-01",
            "design section 10",
            "A draft holds {most} characters; here are {length}. Shorten the text or put it into a"
                    + " file."),
    NEWER_STANDS(
            "DRA-02",
            "design section 3",
            "There is a newer draft for the same form. Throw that one away first; both stay in the"
                    + " list for {days} days."),
    GONE(
            "DRA-03",
            "design section 3",
            "This draft is no longer there: it was sent, or thrown away more than {days} days"
                    + " ago.");

    private final String id;
    private final String source;
    private final String sentence;

    FormDraftRule(String id, String source, String sentence) {
        this.id = id;
        this.source = source;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
