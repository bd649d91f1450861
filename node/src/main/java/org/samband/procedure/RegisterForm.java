// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Optional;
import org.samband.parties.Bilingual;

/// What the register of a procedure shows beside number, title and state. Data: member `register`
/// of the procedure file. Source: spec/procedure/README.md, "Registers".
///
/// @param columns names of the fields that stand in it unless others are chosen, in order
public record RegisterForm(
        List<String> columns,
        Optional<Rate> rate,
        Optional<Matrix> matrix,
        Optional<Parties> parties,
        Optional<Chain> chain) {
    public static final RegisterForm PLAIN =
            new RegisterForm(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// How often one answer was given and how often the other, by year: alignment with statements.
    /// Of a dossier the latest of these acts that took effect counts.
    ///
    /// @param yes names of acts
    /// @param no names of acts
    public record Rate(Bilingual title, List<String> yes, List<String> no) {
        public Rate {
            yes = List.copyOf(yes);
            no = List.copyOf(no);
        }
    }

    /// Dossiers by two of their fields, with their periods: who does what where and when.
    ///
    /// @param rows name of a field, for instance the partner country
    /// @param columns name of a field, for instance the theme
    /// @param from name of the date field with which the period begins
    /// @param to name of the date field with which it ends; a period without an end is open
    /// @param amount name of a field of money
    /// @param proposes what is proposed where two overlap
    public record Matrix(
            Bilingual title,
            String rows,
            String columns,
            String from,
            String to,
            Optional<String> amount,
            Optional<Proposes> proposes) {}

    /// The procedure of which a party opens a dossier to propose something about an overlap, and
    /// what its form begins with.
    ///
    /// @param opens short name of the procedure
    /// @param one name of the field for the own dossier
    /// @param other name of the field for the other dossier
    /// @param says name of the field for where they meet
    public record Proposes(String opens, String one, String other, String says) {}

    /// The dossiers of each party next to those of the other, never merged: each party's own frame
    /// of reporting for one year.
    ///
    /// @param by name of the field that says what the line is about
    /// @param fields that are shown, in order
    public record Parties(Bilingual title, String by, List<String> fields) {
        public Parties {
            fields = List.copyOf(fields);
        }
    }

    /// Days that follow each other: act of the Council, alignment, declaration, national act in
    /// force.
    ///
    /// @param dates names of date fields, in the order in which they follow
    /// @param absent name of a field that lists, line by line, whom something leaves out
    public record Chain(Bilingual title, List<String> dates, Optional<String> absent) {
        public Chain {
            dates = List.copyOf(dates);
        }
    }

    public RegisterForm {
        columns = List.copyOf(columns);
    }
}
