// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.samband.parties.Officer;
import org.samband.parties.Profile;
import org.samband.web.Frame;
import org.samband.web.Page;
import org.samband.web.WordFiles;
import org.samband.web.Words;

/// The HTML of a page, in a frame made for the test.
public final class Rendered {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(ContentType.Html);
    private static final WordFiles FILES = new WordFiles();

    private Rendered() {}

    public static Words words(String language) {
        return FILES.in(language, ZoneId.of("Europe/Brussels"));
    }

    public static String html(Page page, Officer officer, Profile profile, Words words) {
        var values = new LinkedHashMap<>(page.values());
        values.put(
                "frame",
                new Frame(
                        words,
                        page.title(),
                        Optional.of(officer),
                        page.partnership().map(_ -> profile),
                        List.of(profile),
                        List.of(),
                        List.of(),
                        "EXERCISE",
                        "/",
                        "auto",
                        Optional.empty(),
                        new Frame.Csrf("", ""),
                        file -> "/static/" + file));
        var html = new StringOutput();
        TEMPLATES.render(page.template(), values, html);
        return html.toString();
    }
}
