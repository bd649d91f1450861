// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.attachment.AttachmentRule;
import org.samband.federation.FederationRule;
import org.samband.federation.LinkEvent;
import org.samband.federation.LinkState;
import org.samband.federation.SegmentFileRule;
import org.samband.label.LabelRule;
import org.samband.ledger.LedgerRule;
import org.samband.proof.Digest;
import org.samband.web.Words;

/// The line in plain words.
///
/// @param counterpart the other party's full name
public record LineView(LinkState state, String counterpart, Words words) {
    private static final int SHORT = 16;
    private static final String LEFT_OUT = "…";

    /// One word and its tone.
    ///
    /// @param text for the pill
    /// @param tone of the pill
    public record Condition(String text, String tone) {}

    public Condition condition() {
        if (state.counterpart().isEmpty()) {
            return condition("not-set-up", "neutral");
        }
        if (state.held().isPresent()) {
            return condition("held", "danger");
        }
        var lasting = state.lasting();
        if (lasting.stream().anyMatch(event -> event.kind() != LinkEvent.Kind.OUTAGE)) {
            return condition("refused", "danger");
        }
        if (!lasting.isEmpty()) {
            return condition("outage", "warning");
        }
        return state.contact().isEmpty()
                ? condition("not-yet", "info")
                : condition("works", "success");
    }

    private Condition condition(String key, String tone) {
        return new Condition(words.of("federation.condition." + key), tone);
    }

    /// What waits and since when, in one sentence.
    public String waiting() {
        var figures = state.figures();
        if (figures.isEmpty()) {
            return words.of("federation.figures.hidden");
        }
        long waits = figures.get().ours().waiting();
        return waits == 0
                ? words.of("federation.waiting.none")
                : words.count(
                        "federation.waiting",
                        waits,
                        figures.get().since().map(words::moment).orElse(""));
    }

    public String contact() {
        return state.contact()
                .map(words::moment)
                .orElseGet(() -> words.of("federation.contact.never"));
    }

    /// The first digits of a root in groups, enough to compare by eye; the whole stands beside it.
    public String shortRoot(Digest root) {
        return root.hex().substring(0, SHORT).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /// A moment, or a dash.
    public String moment(Optional<Instant> moment) {
        return moment.map(words::moment).orElse("–");
    }

    /// Where the rule of an event comes from and what it names, for an administrator.
    public String detail(LinkEvent event) {
        var facts =
                event.facts().entrySet().stream()
                        .filter(fact -> !fact.getKey().endsWith(".nb"))
                        .sorted(Map.Entry.comparingByKey())
                        .map(fact -> fact.getKey() + " = " + fact.getValue())
                        .collect(Collectors.joining("; "));
        return words.of(
                "federation.event.detail",
                event.rule(),
                event.sentence(),
                facts.isEmpty() ? "–" : facts);
    }

    /// What an event says without anything that could be content: the sentence of its rule, and of
    /// the facts the numbers and addresses alone. The sentence as it was told has all facts in it
    /// and is not used.
    public String bare(LinkEvent event) {
        var facts = new TreeMap<String, String>();
        event.facts()
                .forEach((name, fact) ->
                        facts.put(
                                name,
                                name.equals("address") || fact.matches("[0-9]{1,19}")
                                        ? fact
                                        : LEFT_OUT));
        return words.refusal(new Refusal(rule(event.rule()), "", facts));
    }

    private Rule rule(String id) {
        return Stream.<Rule[]>of(
                        FederationRule.values(),
                        SegmentFileRule.values(),
                        LedgerRule.values(),
                        AttachmentRule.values(),
                        LabelRule.values())
                .flatMap(Arrays::stream)
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Unsaid(id, words.of("federation.event.elsewhere")));
    }

    /// A rule whose sentence this room does not know.
    private record Unsaid(String id, String sentence) implements Rule {
        @Override
        public String source() {
            return "";
        }
    }

    public List<LinkEvent> events() {
        return state.events();
    }

    public String kind(LinkEvent event) {
        return words.of("federation.event." + event.kind().word());
    }

    /// The sentence in the officer's language; of a rule that this node does not know, as it came.
    public String sentence(LinkEvent event) {
        return words.refusal(event.refusal());
    }

    /// When: at one moment, or from when to when and how often.
    public String when(LinkEvent event) {
        var first = words.moment(event.first());
        var end = words.moment(event.ended().orElse(event.last()));
        if (event.times() == 1 && (event.ended().isEmpty() || first.equals(end))) {
            return first;
        }
        return words.count("federation.event.when", event.times(), first, end);
    }
}
