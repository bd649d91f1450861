// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.samband.label.Labels;
import org.samband.label.Marking;
import org.samband.parties.Bilingual;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.springframework.stereotype.Component;

/// The door to the registers: all dossiers of one kind of matter in one table, as far as an officer
/// may see them. What is counted and added up is what the officer may see.
@Component
public class Registers {
    /// Lines of one export; a register with more is exported by year.
    public static final int MOST = 100_000;

    /// Dossiers of one state on the board.
    private static final int STACK = 20;

    /// Dossiers that the matrix looks at.
    private static final int MATRIX = 5_000;

    private final Procedures procedures;
    private final RegisterRows rows;
    private final DossierReading reading;
    private final Labels labels;
    private final Sights sights;

    Registers(
            Procedures procedures,
            RegisterRows rows,
            DossierReading reading,
            Labels labels,
            Sights sights) {
        this.procedures = procedures;
        this.rows = rows;
        this.reading = reading;
        this.labels = labels;
        this.sights = sights;
    }

    /// How many dossiers there are of each procedure that has any.
    ///
    /// @param area short name; empty for all
    public List<RegisterCount> counts(Sight sight, PartnershipId partnership, String area) {
        var known = procedures.all().stream().map(Procedure::id).distinct().toList();
        return sights.within(
                sight,
                () ->
                        rows
                                .counts(
                                        partnership,
                                        known,
                                        Optional.of(area).filter(one -> !one.isEmpty()))
                                .stream()
                                .filter(count -> count.all() > 0)
                                .toList());
    }

    /// @param today from which the next day is looked for
    /// @param page counted from 1
    public RegisterList page(
            Sight sight,
            PartnershipId partnership,
            RegisterFilter filter,
            LocalDate today,
            int page) {
        var asked = asked(partnership, filter, today);
        return sights.within(
                sight,
                () ->
                        new RegisterList(
                                rows.page(asked, page).stream().map(this::line).toList(),
                                rows.count(asked),
                                page));
    }

    /// The states of the procedure with the dossiers that stand there.
    public List<RegisterStack> board(
            Sight sight, PartnershipId partnership, RegisterFilter filter, LocalDate today) {
        var asked = asked(partnership, filter, today);
        return sights.within(
                sight,
                () -> {
                    var counts = rows.states(asked);
                    var latest = rows.latest(asked, STACK).stream().map(this::line).toList();
                    return procedures.newest(filter.procedure()).stream()
                            .flatMap(procedure -> procedure.states().stream())
                            .filter(state -> !state.initial())
                            .map(state ->
                                    new RegisterStack(
                                            state,
                                            counts.getOrDefault(state.name(), 0),
                                            latest.stream()
                                                    .filter(line ->
                                                            line.dossier()
                                                                    .state()
                                                                    .equals(state.name()))
                                                    .toList()))
                            .toList();
                });
    }

    /// Whoever takes the lines of a register one after the other.
    public interface Reader {
        /// Before the first line.
        ///
        /// @param markings of the lines that follow, each once
        void begin(List<Marking> markings);

        void line(RegisterLine line);
    }

    /// Reads all that fit, at most {@link #MOST}, by number.
    public void each(
            Sight sight,
            PartnershipId partnership,
            RegisterFilter filter,
            LocalDate today,
            Reader reader) {
        var asked = asked(partnership, filter, today);
        sights.run(
                sight,
                () -> {
                    var found = rows.labels(asked);
                    reader.begin(found.stream().map(labels::marking).toList());
                    rows.each(asked, found, MOST, row -> reader.line(line(row)));
                });
    }

    /// The markings of all that fit, each once.
    public List<Marking> markings(
            Sight sight, PartnershipId partnership, RegisterFilter filter, LocalDate today) {
        var asked = asked(partnership, filter, today);
        return sights.within(
                sight, () -> rows.labels(asked).stream().map(labels::marking).toList());
    }

    /// What stands in the fields of money, by field and currency.
    public List<RegisterTotal> totals(
            Sight sight, PartnershipId partnership, RegisterFilter filter, LocalDate today) {
        var asked = asked(partnership, filter, today);
        return sights.within(
                sight,
                () ->
                        procedures.newest(filter.procedure()).stream()
                                .flatMap(procedure -> procedure.registered().stream())
                                .filter(field -> field.type() == Field.Type.MONEY)
                                .flatMap(field -> rows.totals(asked, field).stream())
                                .toList());
    }

    /// The answers that the register counts, by year; empty where it counts none.
    public List<RegisterRate> rates(
            Sight sight, PartnershipId partnership, RegisterFilter filter, LocalDate today) {
        var asked = asked(partnership, filter, today);
        return sights.within(sight, () -> rows.rates(asked));
    }

    /// The dossiers by two of their fields; empty where the procedure has no matrix.
    public Optional<RegisterMatrix> matrix(
            Sight sight, PartnershipId partnership, RegisterFilter filter, LocalDate today) {
        return procedures
                .newest(filter.procedure())
                .flatMap(procedure ->
                        procedure
                                .register()
                                .matrix()
                                .map(form ->
                                        RegisterMatrix.of(
                                                procedure,
                                                form,
                                                all(sight, partnership, filter, today))));
    }

    /// The dossiers by days that follow each other; empty where the procedure has no such chain.
    public Optional<RegisterChain> chain(
            Sight sight, PartnershipId partnership, RegisterFilter filter, LocalDate today) {
        return procedures
                .newest(filter.procedure())
                .flatMap(procedure -> procedure.register().chain())
                .map(form -> RegisterChain.of(form, all(sight, partnership, filter, today)));
    }

    /// All that fit, as far as one page can hold them, by number.
    public List<RegisterLine> all(
            Sight sight, PartnershipId partnership, RegisterFilter filter, LocalDate today) {
        var asked = asked(partnership, filter, today);
        var all = new java.util.ArrayList<RegisterLine>();
        Consumer<RegisterRows.Row> add = row -> all.add(line(row));
        sights.run(sight, () -> rows.each(asked, rows.labels(asked), MATRIX, add));
        return all;
    }

    private RegisterRows.Asked asked(
            PartnershipId partnership, RegisterFilter filter, LocalDate today) {
        return new RegisterRows.Asked(
                partnership,
                filter,
                procedures.newest(filter.procedure()).stream()
                        .flatMap(one -> one.states().stream())
                        .map(State::name)
                        .toList(),
                today);
    }

    private RegisterLine line(RegisterRows.Row row) {
        var dossier = row.dossier();
        var last =
                reading.procedure(dossier)
                        .flatMap(one -> one.act(dossier.lastAct()))
                        .map(ActForm::done)
                        .orElse(new Bilingual(dossier.lastAct(), dossier.lastAct()));
        return new RegisterLine(
                reading.line(dossier), last, row.next(), RegisterCells.read(row.cells()));
    }
}
