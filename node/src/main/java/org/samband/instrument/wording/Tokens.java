// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words and marks of a sentence in their order.
final class Tokens {
    /// A word with inner hyphens, apostrophes and full stops; or one mark.
    private static final Pattern TOKEN =
            Pattern.compile(
                    "[\\p{L}\\p{N}]++(?:[-‐‑'’.&][\\p{L}\\p{N}]++)*+(?:(?<=s)['’])?|[^\\s\\p{L}\\p{N}]");

    /// Stands beyond the last word.
    private static final Token NONE = new Token("", "", 0, 0, false, false);

    private final String sentence;
    private final List<Token> tokens;

    private Tokens(String sentence, List<Token> tokens) {
        this.sentence = sentence;
        this.tokens = List.copyOf(tokens);
    }

    static Tokens of(String sentence) {
        var tokens = new ArrayList<Token>();
        var matcher = TOKEN.matcher(sentence);
        int depth = 0;
        while (matcher.find()) {
            var text = matcher.group().replace('’', '\'').replace('‑', '-').replace('‐', '-');
            boolean word = Character.isLetterOrDigit(text.charAt(0));
            if (text.equals("(") || text.equals("[")) {
                depth++;
            }
            tokens.add(
                    new Token(
                            text,
                            text.toLowerCase(Locale.ROOT),
                            matcher.start(),
                            matcher.end(),
                            word,
                            depth > 0));
            if ((text.equals(")") || text.equals("]")) && depth > 0) {
                depth--;
            }
        }
        return new Tokens(sentence, tokens);
    }

    /// The same without what stands within brackets.
    Tokens withoutBrackets() {
        return new Tokens(sentence, tokens.stream().filter(token -> !token.inside()).toList());
    }

    Tokens part(int from, int to) {
        return new Tokens(sentence, tokens.subList(from, Math.max(from, to)));
    }

    Tokens from(int from) {
        return part(Math.min(from, size()), size());
    }

    Tokens and(Tokens more) {
        var all = new ArrayList<>(tokens);
        all.addAll(more.tokens);
        return new Tokens(sentence, all);
    }

    /// Pieces between these marks; a piece may be empty.
    List<Tokens> split(String mark) {
        var pieces = new ArrayList<Tokens>();
        int from = 0;
        for (int at = 0; at <= size(); at++) {
            if (at == size() || is(at, mark)) {
                pieces.add(part(from, at));
                from = at + 1;
            }
        }
        return pieces;
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    int size() {
        return tokens.size();
    }

    /// The token, or one that is nothing where there is none.
    Token at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NONE;
    }

    boolean is(int index, String lower) {
        return at(index).lower().equals(lower);
    }

    boolean in(int index, Set<String> words) {
        return words.contains(at(index).lower());
    }

    /// The exact words from one token up to another.
    String words(int from, int to) {
        return from >= to ? "" : sentence.substring(at(from).start(), at(to - 1).end());
    }

    /// Where the words stand from this token on, in lower case and with one space between.
    boolean startsAt(int index, List<String> lower) {
        for (int at = 0; at < lower.size(); at++) {
            if (!is(index + at, lower.get(at))) {
                return false;
            }
        }
        return true;
    }
}
