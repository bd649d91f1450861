// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Sights;
import org.samband.procedure.Opening;
import org.samband.procedure.Openings;
import org.samband.procedure.Procedure;
import org.samband.procedure.RegisterLine;
import org.samband.procedure.Registers;
import org.samband.web.CsvTable;
import org.samband.web.FileAnswer;
import org.samband.web.FileKind;
import org.samband.web.LineTable;
import org.samband.web.NotFound;
import org.samband.web.SheetTable;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A register as a file: CSV (RFC 4180) or XLSX (ECMA-376), line by line, with the marking, the
/// node that it comes from, the time and the circle above the lines.
@Controller
class RegisterFilePages {
    private final Registers registers;
    private final Openings openings;
    private final Policies policies;
    private final Sights sights;
    private final FormParts parts;
    private final InstantSource clock;

    RegisterFilePages(
            Registers registers,
            Openings openings,
            Policies policies,
            Sights sights,
            FormParts parts,
            InstantSource clock) {
        this.registers = registers;
        this.openings = openings;
        this.policies = policies;
        this.sights = sights;
        this.parts = parts;
        this.clock = clock;
    }

    @GetMapping("/{partnership}/register/{procedure}/csv")
    void csv(
            @PathVariable PartnershipId partnership,
            @PathVariable String procedure,
            @RequestParam MultiValueMap<String, String> asked,
            Officer officer,
            Words words,
            HttpServletResponse response)
            throws IOException {
        var known = find(partnership, procedure);
        head(response, known, words, FileKind.CSV);
        try (var file = new CsvTable(response.getOutputStream())) {
            write(file, partnership, known, asked, officer, words);
        }
    }

    @GetMapping("/{partnership}/register/{procedure}/xlsx")
    void xlsx(
            @PathVariable PartnershipId partnership,
            @PathVariable String procedure,
            @RequestParam MultiValueMap<String, String> asked,
            Officer officer,
            Words words,
            HttpServletResponse response)
            throws IOException {
        var known = find(partnership, procedure);
        head(response, known, words, FileKind.XLSX);
        try (var file =
                new SheetTable(words.of("procedure.register"), response.getOutputStream())) {
            write(file, partnership, known, asked, officer, words);
        }
    }

    private void head(
            HttpServletResponse response, Procedure procedure, Words words, FileKind kind) {
        FileAnswer.head(response, kind, procedure.id() + "-" + words.dayOf(clock.instant()));
    }

    private void write(
            LineTable file,
            PartnershipId partnership,
            Procedure procedure,
            MultiValueMap<String, String> asked,
            Officer officer,
            Words words) {
        var parties = parts.parties(partnership, words);
        var query = RegisterQuery.of(procedure, asked, parties);
        var table = new RegisterTable(procedure, parties);
        registers.each(
                sights.of(officer),
                partnership,
                query.filter(),
                words.dayOf(clock.instant()),
                new Registers.Reader() {
                    @Override
                    public void begin(List<Marking> markings) {
                        above(file, procedure, parties, markings);
                        write(() -> file.heads(query.columns().stream().map(table::head).toList()));
                    }

                    @Override
                    public void line(RegisterLine line) {
                        write(() ->
                                file.typed(
                                        query.columns().stream()
                                                .map(column -> table.typed(line, column))
                                                .toList()));
                    }
                });
    }

    /// What stands above the lines, so that a file that is passed on says what it is.
    private void above(
            LineTable file, Procedure procedure, PartyWords parties, List<Marking> markings) {
        var words = parties.words();
        var banner =
                markings.isEmpty()
                        ? words.of("procedure.register.file.empty")
                        : policies.banner(parts.merged(markings), words.language()).text();
        write(() -> {
            file.marked(banner);
            file.above(words.of("procedure.register"), words.in(procedure.title()));
            file.above(words.of("procedure.register.file.marking"), banner);
            file.above(
                    words.of("procedure.register.file.source"),
                    words.of(
                            "procedure.register.file.node",
                            parties.party(parties.own()),
                            words.in(parties.profile().name())));
            file.above(words.of("procedure.register.file.time"), words.moment(clock.instant()));
            file.above(
                    words.of("procedure.register.file.circle"),
                    words.of("procedure.register.file.shared"));
        });
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Procedure find(PartnershipId partnership, String procedure) {
        return openings.of(partnership, procedure)
                .map(Opening::procedure)
                .orElseThrow(NotFound::new);
    }
}
