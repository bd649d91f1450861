// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.Standing;
import org.samband.commitment.web.StandingWords;
import org.samband.parties.Area;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.procedure.Money;
import org.samband.procedure.Procedure;
import org.samband.procedure.Procedures;
import org.samband.stocktake.AreaStock;
import org.samband.stocktake.Figures;
import org.samband.stocktake.OwnFrame;
import org.samband.stocktake.Scope;
import org.samband.stocktake.Stocktake;
import org.samband.stocktake.View;
import org.samband.web.Words;

/// How pages and files say a stocktake.
///
/// @param procedures by which fields and choices have their names
public record StocktakeView(Profile profile, Words words, Procedures procedures) {
    private static final int MONTHS = 12;

    /// A stretch of time in a table of activity.
    public record Stretch(String title, int acts) {}

    public String area(String shortName) {
        return profile.area(shortName)
                .map(Area::name)
                .map(words::in)
                .orElse(words.of("stocktake.no-area"));
    }

    public String party(PartyCode code) {
        return profile.said(code, words.language());
    }

    public List<PartyCode> parties() {
        return profile.parties().stream().map(one -> one.code()).toList();
    }

    /// By its paragraph and its short title.
    public String commitment(LivingCommitment one) {
        var reference = new StandingWords(words).reference(one);
        var title = profile.commitments().get(one.id());
        return title == null ? reference : reference + ": " + words.in(title);
    }

    public String tone(Standing standing) {
        return StandingWords.tone(standing.word());
    }

    public String label(Standing standing) {
        return new StandingWords(words).label(standing.word());
    }

    /// A scope as the value of a parameter in an address.
    public String address(Scope scope) {
        return URLEncoder.encode(scope.toString(), StandardCharsets.UTF_8);
    }

    public String period(Scope scope) {
        return words.of("stocktake.period", words.day(scope.from()), words.day(scope.to()));
    }

    /// A standing in a sentence, with the parties by name.
    public String says(Standing standing) {
        return standing instanceof Standing.Disputed(var first, var second, _)
                ? words.of(
                        "stocktake.views",
                        party(parties().getFirst()),
                        says(first),
                        party(parties().getLast()),
                        says(second))
                : new StandingWords(words).says(standing);
    }

    /// Months of a period of up to a year, else its years.
    public List<Stretch> stretches(Stocktake stocktake) {
        var months = stocktake.months();
        return stretches(stocktake, month -> months.getOrDefault(month, 0));
    }

    /// The same stretches for one area.
    public List<Stretch> stretches(Stocktake stocktake, AreaStock area) {
        return stretches(stocktake, month -> area.figures().months().getOrDefault(month, 0));
    }

    private List<Stretch> stretches(Stocktake stocktake, Function<YearMonth, Integer> acts) {
        var months = List.copyOf(stocktake.months().keySet());
        var stretches = new ArrayList<Stretch>();
        if (months.size() <= MONTHS) {
            months.forEach(
                    month -> stretches.add(new Stretch(month.toString(), acts.apply(month))));
            return stretches;
        }
        months.stream()
                .map(YearMonth::getYear)
                .distinct()
                .forEach(year ->
                        stretches.add(
                                new Stretch(
                                        String.valueOf(year),
                                        months.stream()
                                                .filter(month -> month.getYear() == year)
                                                .mapToInt(acts::apply)
                                                .sum())));
        return stretches;
    }

    /// Half of the answers took no longer: in days, or in hours where it is less than two days.
    public String answer(Figures figures, PartyCode party) {
        return Optional.ofNullable(figures.answers().get(party))
                .map(one -> took(one.median()))
                .orElse("–");
    }

    private String took(Duration time) {
        return time.toHours() < 48
                ? words.count("stocktake.hours", time.toHours())
                : words.count("stocktake.days", time.toDays());
    }

    public String sum(Figures.Sum sum) {
        var amount = Money.grouped(sum.amount(), words.language());
        return sum.isMoney() ? amount + "\u00A0" + sum.currency() : amount;
    }

    public String procedure(String id) {
        return procedures.newest(id).map(Procedure::title).map(words::in).orElse(id);
    }

    public String field(Figures.Sum sum) {
        return procedures.newest(sum.procedure()).stream()
                .flatMap(one -> one.acts().stream())
                .flatMap(act -> act.fields().stream())
                .filter(one -> one.name().equals(sum.field()))
                .findFirst()
                .map(one -> words.in(one.title()))
                .orElse(sum.field());
    }

    /// A table of what each party reports in its own frame, one beside the other: heads, then rows.
    public List<List<String>> frames(List<OwnFrame> frames) {
        var rows = new ArrayList<List<String>>();
        rows.add(row("stocktake.frame", frames, one -> party(one.by()) + "\n" + one.dossier()));
        rows.add(row("stocktake.frame.plan", frames, OwnFrame::plan));
        rows.add(
                row(
                        "stocktake.frame.lines",
                        frames,
                        one ->
                                one.lines().stream()
                                        .map(line -> line.heading() + ": " + line.done())
                                        .collect(Collectors.joining("\n"))));
        rows.add(row("stocktake.frame.report", frames, OwnFrame::report));
        return rows;
    }

    private List<String> row(String key, List<OwnFrame> frames, Function<OwnFrame, String> says) {
        return Stream.concat(
                        Stream.of(words.of(key)),
                        frames.stream().map(says).map(said -> said.isEmpty() ? "–" : said))
                .toList();
    }

    public String progress(View view) {
        return procedures.newest("area-review").stream()
                .flatMap(one -> one.acts().stream())
                .flatMap(act -> act.fields().stream())
                .filter(one -> one.name().equals("progress"))
                .findFirst()
                .map(one -> one.choiceTitle(view.progress(), words.language()))
                .orElse(view.progress());
    }
}
