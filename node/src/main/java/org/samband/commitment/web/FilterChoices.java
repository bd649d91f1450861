// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.samband.commitment.LivingText;
import org.samband.instrument.Undertaking;
import org.samband.web.Choice;
import org.samband.web.Words;

/// What the filter of the living text offers; each list begins with "any".
public record FilterChoices(
        List<Choice> parties,
        List<Choice> standings,
        List<Choice> areas,
        List<Choice> undertakings) {

    static FilterChoices of(LivingText text, Words words) {
        var spoken = new StandingWords(words);
        return new FilterChoices(
                any(
                        words,
                        text.instrument().parties().stream()
                                .map(one -> new Choice(one.name(), one.name()))),
                any(
                        words,
                        StandingWords.ALL.stream().map(one -> new Choice(one, spoken.label(one)))),
                any(
                        words,
                        text.profile().areas().stream()
                                .map(one -> new Choice(one.shortName(), words.in(one.name())))),
                any(
                        words,
                        Arrays.stream(Undertaking.values())
                                .map(one ->
                                        new Choice(
                                                one.name(),
                                                words.of("commitment.undertaking." + one)))));
    }

    private static List<Choice> any(Words words, Stream<Choice> rest) {
        return Stream.concat(Stream.of(new Choice("", words.of("commitment.filter.any"))), rest)
                .toList();
    }
}
