// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.samband.act.Outcome;
import org.samband.label.Policies;
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
import org.samband.web.LineTable;
import org.samband.web.NotFound;
import org.samband.web.SheetTable;
import org.samband.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A stocktake as a file: its data as a workbook (ECMA-376), and the canonical bytes over which the
/// parties agree (RFC 8785).
@Controller
class StocktakeFilePages {
    private final Stocktakes stocktakes;
    private final Partnerships partnerships;
    private final Procedures procedures;
    private final Policies policies;
    private final InstantSource clock;

    StocktakeFilePages(
            Stocktakes stocktakes,
            Partnerships partnerships,
            Procedures procedures,
            Policies policies,
            InstantSource clock) {
        this.stocktakes = stocktakes;
        this.partnerships = partnerships;
        this.procedures = procedures;
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
        head(response, stocktake, "application/json", "json");
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
        head(
                response,
                stocktake,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "xlsx");
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

    private static void head(
            HttpServletResponse response, Stocktake stocktake, String type, String end) {
        var scope = stocktake.scope();
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                "stocktake-%s-%s.%s".formatted(scope.from(), scope.to(), end),
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Samband-Marking", scope.most().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /// What stands above the lines, so that a file that is passed on says what it is.
    private void above(LineTable file, StocktakeView view, Stocktake stocktake) throws IOException {
        var words = view.words();
        var banner = policies.banner(stocktake.scope().most(), words.language()).text();
        file.marked(banner);
        file.above(words.of("stocktake.title"), words.in(stocktake.profile().name()));
        file.above(words.of("stocktake.file.period"), view.period(stocktake.scope()));
        file.above(words.of("stocktake.file.marking"), banner);
        file.above(words.of("stocktake.file.circle"), words.of("stocktake.file.shared"));
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
