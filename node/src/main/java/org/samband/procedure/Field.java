// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.samband.parties.Bilingual;

/// What an act says in one place. Source: spec/procedure/README.md, "Fields".
///
/// @param most characters of a text, items of a list or the largest number
/// @param gathers true where each act adds to what stands; else the latest replaces it
/// @param stands true where what was gathered is shown among what stands in the dossier
/// @param among name of a field of dates, one of which the value must be
/// @param like name of a field of the same type with whose standing value a form begins
/// @param choices for {@link Type#CHOICE}, else empty
/// @param link what is said about the dossier that is named, for {@link Type#DOSSIER}
/// @param with names of fields of the act that are to be filled in as well where this one is
/// @param of procedures of which the dossier must be one; empty for any
/// @param says what is said about the follow-up that is named, for {@link Type#FOLLOW_UP}
public record Field(
        String name,
        Bilingual title,
        Optional<Bilingual> help,
        Type type,
        boolean required,
        int most,
        boolean gathers,
        boolean stands,
        Optional<String> among,
        Optional<String> like,
        List<Choice> choices,
        Link.Kind link,
        List<String> of,
        FollowUp.Step says,
        List<String> with) {

    /// The years that {@link Type#YEAR} takes.
    public static final int FIRST_YEAR = 1900;

    public static final int LAST_YEAR = 2199;

    /// One value that can be chosen.
    public record Choice(String value, Bilingual title) {}

    /// How a value is typed and how it stands in the entry.
    public enum Type {
        /// One line.
        TEXT,
        MULTILINE,
        /// ISO 8601 calendar date.
        DATE,
        /// A minute of some day, see {@link Minute}.
        MOMENT,
        /// List of dates, sorted, each once.
        DATES,
        CHOICE,
        /// How many: a whole number from 0.
        NUMBER,
        /// Which one of a row, from 1. It counts nothing and is never added.
        ORDINAL,
        /// A calendar year, {@link #FIRST_YEAR} to {@link #LAST_YEAR}.
        YEAR,
        /// List of follow-ups: owner with authority or none, text, paragraph or none, due date or
        /// none.
        FOLLOW_UPS,
        /// Identity of a follow-up of this dossier, for instance `EU-17.1`.
        FOLLOW_UP,
        /// Identity of something outside of the dossier.
        REFERENCE,
        /// SHA-256, 64 hexadecimal digits, lower case.
        HASH,
        /// List of files, each once: references to blobs (`spec/ledger/`, LEDGER-16).
        ATTACHMENTS,
        /// Amount and currency, see {@link Money}.
        MONEY,
        /// List of identities of commitments, sorted, each once, see {@link Subject}.
        COMMITMENTS,
        /// Number of another dossier of the partnership, for instance `EU-17`, see {@link Link}.
        DOSSIER;

        /// The word in procedure files: `follow-ups`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Type of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Field {
        choices = List.copyOf(choices);
        of = List.copyOf(of);
        with = List.copyOf(with);
    }

    /// Whether it can name a follow-up now: an open one, and what is to be kept was to be dropped.
    public boolean isAbout(FollowUp followUp) {
        return type == Type.FOLLOW_UP
                && followUp.open()
                && (says != FollowUp.Step.KEEP || followUp.dropAsked());
    }

    /// The title of a chosen value; the value itself where the choice is unknown.
    public String choiceTitle(String value, String language) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(choice -> choice.title().in(language))
                .orElse(value);
    }
}
