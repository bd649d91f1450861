// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.samband.act.Refusal;
import org.samband.parties.Bilingual;

/// What an officer reads, in the officer's language. The sentences stand in
/// `words/<room>.en.properties` and `words/<room>.nb.properties`; a key begins with its room's
/// name.
public final class Words {
    private static final double KILO = 1_000;
    private static final DateTimeFormatter EN_DAY = form("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter NB_DAY = form("d. MMMM uuuu", norwegian());
    private static final DateTimeFormatter EN_SHORT = form("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter NB_SHORT = form("dd.MM.uuuu", norwegian());
    private static final DateTimeFormatter EN_TIME = form("HH:mm z", Locale.UK);
    private static final DateTimeFormatter NB_TIME = form("HH.mm z", norwegian());

    private static final Pattern FACT = Pattern.compile("\\{([0-9])}");

    private final Map<String, String> sentences;
    private final String language;
    private final ZoneId zone;

    Words(Map<String, String> sentences, String language, ZoneId zone) {
        this.sentences = sentences;
        this.language = language;
        this.zone = zone;
    }

    private static Locale norwegian() {
        return Locale.of("nb", "NO");
    }

    private static DateTimeFormatter form(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    /// `en` or `nb`.
    public String language() {
        return language;
    }

    /// The sentence with its facts in place of `{0}`, `{1}` and so on. A key without a sentence
    /// reads as itself; a test holds that there is none.
    public String of(String key, Object... facts) {
        return FACT.matcher(sentences.getOrDefault(key, key))
                .replaceAll(place -> {
                    var number = Integer.parseInt(place.group(1));
                    return Matcher.quoteReplacement(
                            number < facts.length ? String.valueOf(facts[number]) : place.group());
                });
    }

    /// The sentence for one or for several: keys `key.one` and `key.other`; `{0}` is the number and
    /// the facts follow from `{1}`.
    public String count(String key, long number, Object... facts) {
        var all = new Object[facts.length + 1];
        all[0] = number;
        System.arraycopy(facts, 0, all, 1, facts.length);
        return of(key + (number == 1 ? ".one" : ".other"), all);
    }

    public String in(Bilingual name) {
        return name.in(language);
    }

    /// The sentence of a refusal: what is wrong and what the officer can do.
    public String refusal(Refusal refusal) {
        var translated = sentences.get("rule." + refusal.rule().id());
        return capital(translated == null ? refusal.sentence() : own(refusal).fill(translated));
    }

    /// A fact that has a Norwegian form stands under its name with `.nb`; that one is read.
    private static Refusal own(Refusal refusal) {
        var norwegian = refusal;
        for (var fact : refusal.facts().entrySet()) {
            if (fact.getKey().endsWith(".nb")) {
                var name = fact.getKey().substring(0, fact.getKey().length() - ".nb".length());
                norwegian = norwegian.with(name, fact.getValue());
            }
        }
        return norwegian;
    }

    /// `12 March 2027`, `12. mars 2027`.
    public String day(LocalDate day) {
        return day.format(nb() ? NB_DAY : EN_DAY);
    }

    /// For dense tables: `12 Mar 2027`, `12.03.2027`.
    public String shortDay(LocalDate day) {
        return day.format(nb() ? NB_SHORT : EN_SHORT);
    }

    /// Short name of a month, counted from 1.
    public String monthName(int number) {
        return java.time.Month.of(number)
                .getDisplayName(
                        java.time.format.TextStyle.SHORT_STANDALONE,
                        nb() ? norwegian() : Locale.ENGLISH);
    }

    /// Day and time in the party's zone, which is shown: `12 March 2027, 14:05 CET`, `12. mars 2027
    /// kl. 14.05 CET`.
    public String moment(Instant moment) {
        return moment(moment, zone);
    }

    /// The same in another zone.
    public String moment(Instant moment, ZoneId in) {
        var local = moment.atZone(in);
        return day(local.toLocalDate()) + time(local);
    }

    /// The same for tables: `12 Mar 2027, 14:05 CET`. Its spaces do not break.
    public String shortMoment(Instant moment) {
        var local = moment.atZone(zone);
        return (shortDay(local.toLocalDate()) + time(local)).replace(' ', '\u00A0');
    }

    private String time(ZonedDateTime local) {
        return nb() ? " kl. " + local.format(NB_TIME) : ", " + local.format(EN_TIME);
    }

    /// What a clock says in several zones, once where it says the same, each with its towns: `14:05
    /// CET (Brussels and Oslo)`.
    ///
    /// @param clock what it says in a zone
    public String byTown(List<ZoneId> zones, Function<ZoneId, String> clock) {
        var towns = new LinkedHashMap<String, List<String>>();
        for (var in : zones) {
            towns.computeIfAbsent(clock.apply(in), _ -> new ArrayList<>()).add(town(in));
        }
        return towns.entrySet().stream()
                .map(one -> one.getKey() + " (" + list(one.getValue()) + ")")
                .collect(Collectors.joining("; "));
    }

    /// The town after which a zone is named, as officers write it.
    public String town(ZoneId in) {
        var name = in.getId().substring(in.getId().lastIndexOf('/') + 1).replace('_', ' ');
        return sentences.getOrDefault("web.town." + name.toLowerCase(Locale.ROOT), name);
    }

    /// The day of a moment in the party's zone.
    public LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /// The party's zone, in which days and times are meant.
    public ZoneId zone() {
        return zone;
    }

    /// The length of a file: 340 B, 1.2 MB; in Norwegian with a decimal comma.
    public String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        var locale = Locale.forLanguageTag(language);
        double size = bytes / KILO;
        for (var unit : List.of("kB", "MB")) {
            if (size < KILO) {
                return String.format(locale, "%.1f %s", size, unit);
            }
            size /= KILO;
        }
        return String.format(locale, "%.1f GB", size);
    }

    /// `a, b and c`, `a, b og c`.
    public String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        var last = items.size() - 1;
        return String.join(", ", items.subList(0, last))
                + (nb() ? " og " : " and ")
                + items.get(last);
    }

    private boolean nb() {
        return "nb".equals(language);
    }

    private static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
