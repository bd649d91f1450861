// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake;

import org.samband.act.Rule;

/// Why a stocktake cannot be shown.
public enum StocktakeRule implements Rule {
    NO_DAY(
            "STO-01",
            "ISO 8601-1, section 5.2.2",
            "“{typed}” is no day; choose one in the calendar or write it as 2027-03-12."),
    ENDS_BEFORE_IT_BEGINS(
            "STO-02",
            "SDP paragraph 47",
            "The period ends before it begins; choose a last day that is not before the first."),
    TOO_LONG(
            "STO-03",
            "SDP paragraph 47",
            "A stocktake covers at most {most} years; choose a shorter period."),
    NO_SCOPE(
            "STO-04",
            "design section 3, both-party facts",
            "“{typed}” does not say what a stocktake is about; open it from its page or its file."),
    NOT_HELD(
            "STO-05",
            "design section 3",
            "This node does not hold all entries that the stocktake counts; wait until the line"
                    + " has brought them, then open it again."),
    NOT_TO_BE_READ(
            "STO-06",
            "design section 6",
            "The stocktake counts what is marked up to a marking that your clearance does not"
                    + " cover; choose the period yourself, and what you may read is counted.");

    private final String id;
    private final String source;
    private final String sentence;

    StocktakeRule(String id, String source, String sentence) {
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
