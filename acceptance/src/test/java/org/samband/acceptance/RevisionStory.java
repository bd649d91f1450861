// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/// A new version of the agreed text is proposed by the EU and adopted by Norway: a paragraph was
/// put before paragraph 11, one sentence reworded, one left out. Source: SDP §48.
final class RevisionStory {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern NUMBER = Pattern.compile("(?m)^(\\d+)\\. ");
    private static final int BEFORE = 11;
    private static final String TEXT = "/eu-norway/text";

    private final Visitor eu;
    private final Visitor norway;
    private final LocalDate today;
    private String dossier = "";

    RevisionStory(Visitor eu, Visitor norway, LocalDate today) {
        this.eu = eu;
        this.norway = norway;
        this.today = today;
    }

    private static String revised() throws IOException {
        var source =
                Files.readString(
                        NodeProcess.ROOT.resolve("spec/instrument/eu-norway-2024/source.txt"));
        var left =
                source.replaceFirst(
                                "(the prevention of violent extremism)\\.",
                                "$1, also on the internet.")
                        .replaceFirst(
                                "(?m)^48\\. The content of .*$",
                                "48. The parties will publish this text.");
        assertThat(left).isNotEqualTo(source);
        return NUMBER.matcher(left)
                .replaceAll(found -> {
                    int number = Integer.parseInt(found.group(1));
                    return number < BEFORE
                            ? found.group()
                            : (number == BEFORE
                                            ? "11. The EU and Norway will exchange liaison"
                                                    + " officers.\n"
                                            : "")
                                    + (number + 1)
                                    + ". ";
                });
    }

    void aTextWithoutParagraphsIsRefused(Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("letter.txt"), "EXERCISE. Dear colleague,\n");
        assertThatThrownBy(() -> eu.upload(eu.get(TEXT + "/version"), "text", file))
                .hasMessageContaining("INS-08");
    }

    /// Norway proposes the revision, both agree where one paragraph goes.
    private String bothAgreeTheText() {
        var opened =
                norway.submit(
                        norway.get("/eu-norway/open/instrument-revision"),
                        "title",
                        "EXERCISE: revision",
                        "reasons",
                        "EXERCISE liaison officers",
                        "paragraphs",
                        "11, 32, 48");
        var revision = URI.create(opened.location()).getPath();
        Waiting.until(PATIENCE, () -> revision, () -> eu.answer(revision).statusCode() == 200);
        eu.submit(eu.get(revision + "/act/take-up"), "message", "EXERCISE");
        arrives(norway, revision, "draft");
        norway.submit(
                norway.get(revision + "/act/draft"),
                "new-text",
                "EXERCISE",
                "mapping",
                "p32.s1 -> p33.s1, p11.s1");
        arrives(eu, revision, "agree-text");
        eu.submit(eu.get(revision + "/act/agree-text"), "message", "EXERCISE");
        return revision;
    }

    private static void arrives(Visitor officer, String dossier, String act) {
        Waiting.until(
                PATIENCE,
                () -> act,
                () -> officer.get(dossier).selectFirst("a[href$=/act/" + act + "]") != null);
    }

    void euProposes(Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("revised.txt"), revised());
        var revision = bothAgreeTheText();
        var page = eu.get(revision).expectFirst("a[href$=/text-version]").attr("href");
        var form = eu.upload(eu.get(page), "text", file);
        assertThat(form.expectFirst("[name=dossier-of]").val())
                .isEqualTo(revision.substring(revision.lastIndexOf('/') + 1));
        assertThat(form.location()).endsWith("/open/instrument-adoption");
        var mapping = form.expectFirst("[name=mapping]").val();
        assertThat(mapping.lines())
                .containsExactly("p32.s1 -> p33.s1, p11.s1", "p48.s1 -> dropped:");
        var typed = new String[] {"title", "EXERCISE: revised text", "effect-on", "" + today};
        assertThatThrownBy(() -> eu.upload(form, "files.file", List.of(), typed))
                .hasMessageContaining("COM-42");
        var opened =
                eu.upload(
                        form,
                        "files.file",
                        List.of(),
                        "title",
                        "EXERCISE: revised text",
                        "effect-on",
                        today.toString(),
                        "mapping",
                        mapping + " EXERCISE nothing is reviewed any more");
        dossier = URI.create(opened.location()).getPath();
        assertThat(dossier).contains("/dossier/EU-");
        assertThat(row(eu.get("/eu-norway/commitment/p48.s1"), "#dropped")).isEmpty();
    }

    void norwayComparesAndAdopts() {
        Waiting.until(PATIENCE, () -> dossier, () -> norway.answer(dossier).statusCode() == 200);
        var comparison =
                norway.get(TEXT + "/version/" + dossier.substring(dossier.lastIndexOf('/') + 1));
        assertThat(comparison.select("[data-kind=dropped]").eachAttr("id"))
                .containsExactly("row-p48.s1");
        assertThat(comparison.select("[data-kind=reworded]").eachAttr("id"))
                .containsExactly("row-p32.s1");
        assertThat(comparison.select("[data-kind=split]"))
                .extracting(row -> row.text())
                .singleElement()
                .asString()
                .contains("liaison officers", "p32.s1");
        norway.submit(norway.get(dossier + "/act/agree"), "message", "EXERCISE: adopted.");
        Waiting.until(
                PATIENCE,
                () -> eu.get(TEXT).text(),
                () -> eu.get(TEXT).selectFirst("#versions") != null);
    }

    void bothReadTheNewVersion(String consultation) {
        for (var officer : List.of(eu, norway)) {
            var text = officer.get(TEXT);
            assertThat(text.expectFirst("#versions strong").text()).isEqualTo("Version 2");
            assertThat(text.text()).contains("exchange liaison officers", "New in the text since");
            assertThat(row(text, "#dropped")).contains("p48.s1", "nothing is reviewed any more");
            var held = officer.get("/eu-norway/commitment/p11.4.s1");
            assertThat(held.expectFirst("h1").text()).contains("12.4");
            assertThat(held.select("main a[href]").eachAttr("href"))
                    .anyMatch(link -> link.contains(consultation));
            assertThat(officer.get("/eu-norway/commitment/p32.s1").expectFirst("#earlier").text())
                    .contains("Version 1, 32")
                    .doesNotContain("internet");
            assertThat(row(officer.get("/eu-norway/commitment/p48.s1"), "#dropped"))
                    .contains("nothing is reviewed any more");
            assertThat(officer.get("/eu-norway/series").text()).contains("12.3");
            assertThat(officer.get("/eu-norway/commitment/p11.s1.v2").select("#taken-over a"))
                    .extracting(link -> link.text())
                    .containsExactly("p32.s1");
        }
    }

    /// What the revision brought is carried out, though no procedure was made for it.
    void norwayTakesUpWhatIsNew() {
        var added = "/eu-norway/commitment/p11.s1.v2";
        var link = norway.get(added).expectFirst("main a[href*=/open/exploration]").attr("href");
        var form = norway.get(link);
        var chosen = form.expectFirst("[name=serves][value=p11.s1.v2]");
        assertThat(chosen.hasAttr("checked")).isTrue();
        assertThat(form.expectFirst("label[for=" + chosen.id() + "]").text())
                .contains("exchange liaison officers");
        var opened =
                norway.submit(
                        form,
                        "title",
                        "EXERCISE: liaison officers",
                        "serves",
                        "p11.s1.v2",
                        "question",
                        "EXERCISE: how many");
        var path = URI.create(opened.location()).getPath();
        for (var officer : List.of(eu, norway)) {
            Waiting.until(
                    PATIENCE,
                    () -> officer.get(added).text(),
                    () -> officer.get(added).selectFirst("main a[href=" + path + "]") != null);
        }
    }

    void theOldVersionIsReadAsOfItsDays() {
        for (var officer : List.of(eu, norway)) {
            var before = officer.get(TEXT + "?on=" + today.minusDays(1));
            assertThat(before.expectFirst("#versions strong").text()).isEqualTo("Version 1");
            assertThat(before.text())
                    .contains("reviewed as appropriate")
                    .doesNotContain("exchange liaison officers");
        }
    }

    private static String row(Document page, String selector) {
        var found = page.selectFirst(selector);
        return found == null ? "" : found.html();
    }
}
