// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.samband.act.Outcome;
import org.samband.label.Policies;
import org.samband.paper.Paper;
import org.samband.paper.PaperAkn;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.samband.procedure.ActRef;
import org.samband.procedure.Procedures;
import org.samband.stocktake.AreaStock;
import org.samband.stocktake.CommitmentStock;
import org.samband.stocktake.Scope;
import org.samband.stocktake.Stocktake;
import org.samband.stocktake.StocktakeDocument;
import org.samband.stocktake.Stocktakes;
import org.samband.web.FileAnswer;
import org.samband.web.FileKind;
import org.samband.web.LineTable;
import org.samband.web.NotFound;
import org.samband.web.PaperForm;
import org.samband.web.Papers;
import org.samband.web.SheetTable;
import org.samband.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A stocktake as a file: to read (PDF, DOCX, Akoma Ntoso), its data as a workbook, and the
/// canonical bytes over which the parties agree (RFC 8785).
@Controller
class StocktakeFilePages {
    private final Stocktakes stocktakes;
    private final Partnerships partnerships;
    private final Procedures procedures;
    private final Papers papers;
    private final Policies policies;
    private final InstantSource clock;

    StocktakeFilePages(
            Stocktakes stocktakes,
            Partnerships partnerships,
            Procedures procedures,
            Papers papers,
            Policies policies,
            InstantSource clock) {
        this.stocktakes = stocktakes;
        this.partnerships = partnerships;
        this.procedures = procedures;
        this.papers = papers;
        this.policies = policies;
        this.clock = clock;
    }

    /// Only for who works with all areas: a part is not what the parties agree over.
    @GetMapping("/{partnership}/stocktake/bytes")
    void bytes(
            @PathVariable PartnershipId partnership,
            @RequestParam String scope,
            Officer officer,
            HttpServletResponse response)
            throws IOException {
        var stocktake = find(partnership, scope, officer);
        if (!stocktake.whole()) {
            throw new NotFound();
        }
        head(response, stocktake, FileKind.JSON);
        response.getOutputStream().write(StocktakeDocument.bytes(stocktake));
    }

    @GetMapping("/{partnership}/stocktake/xlsx")
    void xlsx(
            @PathVariable PartnershipId partnership,
            @RequestParam String scope,
            Officer officer,
            Words words,
            HttpServletResponse response)
            throws IOException {
        var stocktake = find(partnership, scope, officer);
        head(response, stocktake, FileKind.XLSX);
        var view = new StocktakeView(stocktake.profile(), words, procedures);
        try (var file = new SheetTable(words.of("stocktake.title"), response.getOutputStream())) {
            above(file, view, stocktake);
            file.heads(heads(words));
            for (var area : stocktake.areas()) {
                for (var one : area.commitments()) {
                    file.line(line(view, area, one));
                }
            }
        }
    }

    @GetMapping("/{partnership}/stocktake/" + PaperForm.STEP)
    void paper(
            @PathVariable PartnershipId partnership,
            @PathVariable String form,
            @RequestParam String scope,
            Officer officer,
            Words words,
            HttpServletResponse response)
            throws IOException {
        var stocktake = find(partnership, scope, officer);
        var as = PaperForm.of(form);
        var about =
                new PaperAkn.About(
                        "stocktake",
                        stocktake.scope().to(),
                        stocktake.profile().parties().stream()
                                .map(party -> words.in(party.fullName()))
                                .toList());
        var bytes = as.of(paper(stocktake, words), about);
        head(response, stocktake, as.kind());
        response.getOutputStream().write(bytes);
    }

    private Paper paper(Stocktake stocktake, Words words) {
        var view = new StocktakeView(stocktake.profile(), words, procedures);
        var frame =
                papers.frame(
                        stocktake.scope().most(),
                        words.of("paper.circle.shared"),
                        stocktake.profile(),
                        words);
        return new StocktakePaper(stocktake, view, frame).paper();
    }

    private Stocktake find(PartnershipId partnership, String scope, Officer officer) {
        var profile =
                partnerships
                        .profile(partnership)
                        .filter(one -> officer.needToKnow().covers(one.id(), ""))
                        .orElseThrow(NotFound::new);
        return switch (Scope.of(scope, policies)
                .then(one -> stocktakes.of(officer, profile, one))) {
            case Outcome.Accepted(var stocktake) -> stocktake;
            case Outcome.Refused<Stocktake> _ -> throw new NotFound();
        };
    }

    private static void head(HttpServletResponse response, Stocktake stocktake, FileKind kind) {
        var scope = stocktake.scope();
        FileAnswer.head(
                response,
                kind,
                "stocktake-%s-%s".formatted(scope.from(), scope.to()),
                scope.most());
    }

    /// What stands above the lines, so that a file that is passed on says what it is.
    private void above(LineTable file, StocktakeView view, Stocktake stocktake) throws IOException {
        var words = view.words();
        var banner = policies.banner(stocktake.scope().most(), words.language()).text();
        file.marked(banner);
        file.above(words.of("stocktake.title"), words.in(stocktake.profile().name()));
        file.above(words.of("stocktake.file.period"), view.period(stocktake.scope()));
        file.above(words.of("stocktake.file.marking"), banner);
        file.above(words.of("stocktake.file.circle"), words.of("paper.circle.shared"));
        file.above(words.of("stocktake.file.source"), view.party(partnerships.own()));
        file.above(words.of("stocktake.file.time"), words.moment(clock.instant()));
        file.above(words.of("stocktake.file.scope"), stocktake.scope().toString());
        if (stocktake.whole()) {
            file.above("SHA-256", StocktakeDocument.hash(stocktake));
        }
    }

    private static List<String> heads(Words words) {
        return List.of(
                words.of("stocktake.area"),
                words.of("stocktake.commitment"),
                words.of("stocktake.before"),
                words.of("stocktake.now"),
                words.of("stocktake.events"),
                words.of("stocktake.acts"));
    }

    private static List<String> line(StocktakeView view, AreaStock area, CommitmentStock one) {
        var acts = new ArrayList<String>();
        one.evidence().stream().map(each -> each.act()).map(ActRef::toString).forEach(acts::add);
        return List.of(
                view.area(area.area()),
                one.id(),
                view.says(one.before()),
                view.says(one.now()),
                String.valueOf(one.evidence().size()),
                String.join(", ", acts));
    }
}
