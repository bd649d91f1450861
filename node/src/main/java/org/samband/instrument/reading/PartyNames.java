// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.samband.instrument.Party;
import org.samband.instrument.source.Line;

/// The parties: from title, definitions and signature block, with the short names that the text
/// defines or uses.
final class PartyNames {
    /// Most words of a name after a dash.
    private static final int LONGEST = 8;

    /// Longest acronym.
    private static final int ACRONYM = 5;

    /// How much more the last part of a name counts than the whole.
    private static final int TAIL = 3;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern BETWEEN =
            Pattern.compile("\\bbetween:?\\s+(?:the\\s+)?(.+)$", FLAGS);
    private static final Pattern OF_AND =
            Pattern.compile("\\b(?:of|by)\\s+(the\\s+.+\\s+and\\s+.+)$", FLAGS);
    private static final Pattern DASHED =
            Pattern.compile("^(?:the\\s+)?([\\p{L} ]{2,60}?)\\s?[-–—]\\s?(\\p{Lu}.+)$", FLAGS);

    private final String title;
    private final String text;
    private final List<String> signed;

    private PartyNames(String title, List<Block> blocks, List<Line> signature) {
        this.title = title;
        this.text = blocks.stream().map(Block::whole).collect(Collectors.joining("\n"));
        this.signed =
                SideBySide.cut(signature).stream()
                        .map(line -> Closing.For.name(line.text().strip()))
                        .filter(java.util.Objects::nonNull)
                        .map(String::valueOf)
                        .distinct()
                        .toList();
    }

    static List<Party> of(String title, List<Block> blocks, List<Line> signature) {
        return new PartyNames(title, blocks, signature).parties();
    }

    private List<Party> parties() {
        var titled = ofTitle();
        var defined = Definitions.of(titled, text);
        var full = new ArrayList<>(titled);
        full.removeIf(name -> !isNamed(name, defined));
        if (full.size() < 2) {
            full = new ArrayList<>(defined.keySet());
        }
        if (full.size() < 2) {
            full = new ArrayList<>(signed);
        }
        var parties = new ArrayList<Party>();
        for (var name : full) {
            var party = party(name, defined);
            if (parties.stream().noneMatch(other -> other.name().equals(party.name()))) {
                parties.add(party);
            }
        }
        return parties.size() < 2 ? List.of() : parties;
    }

    /// A party is named in the text too, not in the title alone.
    private boolean isNamed(String name, Map<String, String> defined) {
        return shortForms(name).stream().anyMatch(form -> count(form) > 0)
                || defined.keySet().stream().anyMatch(full -> contains(full, name))
                || signed.stream().anyMatch(full -> contains(full, name));
    }

    private Party party(String name, Map<String, String> defined) {
        var full = cased(name);
        for (var definition : defined.entrySet()) {
            if (contains(definition.getKey(), name)
                    || contains(name, definition.getKey())
                    || definition.getValue().equalsIgnoreCase(name)) {
                return new Party(definition.getValue(), longer(full, definition.getKey()));
            }
        }
        var best = usual(name).orElse(full);
        var longest =
                signed.stream()
                        .filter(other -> contains(other, name))
                        .map(this::cased)
                        .findFirst()
                        .orElse(full);
        return new Party(cased(best), longer(full, longest));
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }

    /// The name itself, its initials, its last part after "of", its first part before "of".
    private List<String> shortForms(String name) {
        var forms = new ArrayList<String>();
        forms.add(name);
        var words = name.split("\\s+", -1);
        var initials = new StringBuilder();
        for (var word : words) {
            if (!word.matches("(?i)of|and|the|for")) {
                initials.append(Character.toUpperCase(word.charAt(0)));
            }
        }
        if (initials.length() > 1) {
            forms.add(initials.toString());
        }
        int of = name.toLowerCase(Locale.ROOT).indexOf(" of ");
        if (of > 0) {
            forms.addAll(shortForms(name.substring(of + 4).replaceAll("(?i)^the\\s+", "")));
            var head = name.substring(0, of);
            if (head.contains(" ")) {
                forms.add(head);
                forms.addAll(initialsOf(head));
            }
        }
        return forms;
    }

    private static List<String> initialsOf(String name) {
        var initials =
                Pattern.compile("\\b(\\p{L})")
                        .matcher(name)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining())
                        .toUpperCase(Locale.ROOT);
        return initials.length() > 1 ? List.of(initials) : List.of();
    }

    /// The form that the text uses most by itself, not as a part of a longer one. What stands after
    /// "of" is preferred to the whole.
    private Optional<String> usual(String name) {
        var forms = new ArrayList<>(new LinkedHashSet<>(shortForms(name)));
        forms.sort(Comparator.comparingInt(String::length).reversed());
        var rest = text;
        var best = Optional.<String>empty();
        int most = 0;
        for (var form : forms) {
            var pattern = pattern(form);
            int count = (int) pattern.matcher(rest).results().count();
            rest = pattern.matcher(rest).replaceAll("\u0000");
            int weight = name.length() > form.length() && name.endsWith(form) ? TAIL : 1;
            if (count * weight > most) {
                most = count * weight;
                best = Optional.of(form);
            }
        }
        return best;
    }

    private int count(String form) {
        return (int) pattern(form).matcher(text).results().count();
    }

    /// A short form in capitals is an acronym and found as it is; a name that a title has in
    /// capitals is found as the text writes it.
    private static Pattern pattern(String form) {
        boolean acronym = form.length() <= ACRONYM && Endings.capitals(form);
        var either =
                acronym
                        ? Pattern.quote(form) + "|" + Pattern.quote(titled(form))
                        : Pattern.quote(form);
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + either + ")(?![\\p{L}\\p{N}])", acronym ? 0 : FLAGS);
    }

    /// The name as the text writes it, where the title has it in capitals.
    private String cased(String name) {
        if (!Endings.capitals(name)
                || (!name.contains(" ") && name.length() <= 4 && count(name) > 0)) {
            return name;
        }
        var found =
                Pattern.compile(
                                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                                FLAGS)
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(each -> !Endings.capitals(each))
                        .findFirst();
        return found.orElseGet(() -> titled(name));
    }

    private static String titled(String name) {
        return Pattern.compile("[\\p{L}’']+")
                .matcher(name.toLowerCase(Locale.ROOT))
                .replaceAll(word ->
                        word.group().matches("of|and|the|for|in")
                                ? word.group()
                                : Character.toUpperCase(word.group().charAt(0))
                                        + word.group().substring(1));
    }

    private List<String> ofTitle() {
        var between = BETWEEN.matcher(title);
        if (between.find()) {
            return split(cut(between.group(1)));
        }
        var dashed = DASHED.matcher(title);
        if (dashed.find()) {
            return List.of(
                    dashed.group(1).strip(), used(dashed.group(2).strip().split("\\s+", -1)));
        }
        var of = OF_AND.matcher(title);
        return of.find() ? split(cut(of.group(1).replaceAll("(?i)^the\\s+", ""))) : List.of();
    }

    private static String cut(String names) {
        var end =
                Pattern.compile(
                                "\\s*(?:[(:;]|\\b(?:"
                                        + String.join(
                                                "|", StructureWords.get().list("after-parties"))
                                        + ")\\b)",
                                FLAGS)
                        .matcher(names);
        return (end.find() && end.start() > 0 ? names.substring(0, end.start()) : names)
                .replaceAll("[,.\\s]+$", "");
    }

    /// Cut at the "and" or comma that leaves names that the text uses.
    private List<String> split(String names) {
        var ands =
                Pattern.compile("(?:,\\s*|\\s+)and\\s+(?:the\\s+)?", FLAGS)
                        .matcher(names)
                        .results()
                        .toList();
        return ands.stream()
                .map(and -> List.of(names.substring(0, and.start()), names.substring(and.end())))
                .max(
                        Comparator.comparingInt(
                                pair -> Math.min(used(pair.get(0)), used(pair.get(1)))))
                .map(pair -> {
                    var all = new ArrayList<String>();
                    for (var first : pair.get(0).split(",\\s*(?:(?i)the\\s+)?", -1)) {
                        all.add(first.strip());
                    }
                    all.add(pair.get(1).strip());
                    return List.copyOf(all);
                })
                .orElse(List.of());
    }

    /// The longest run of first words that the text uses as a name.
    private String used(String[] words) {
        var name = words[0];
        for (int length = 2; length <= Math.min(LONGEST, words.length); length++) {
            var longer = String.join(" ", List.of(words).subList(0, length));
            name = count(longer) > 0 ? longer : name;
        }
        return name;
    }

    private int used(String name) {
        int used = shortForms(name).stream().mapToInt(this::count).max().orElse(0);
        return used + (signed.stream().anyMatch(each -> each.equalsIgnoreCase(name)) ? 100 : 0);
    }

    /// True where a text contains a name as whole words, without regard to case.
    static boolean contains(String text, String name) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", FLAGS)
                .matcher(text)
                .find();
    }
}
