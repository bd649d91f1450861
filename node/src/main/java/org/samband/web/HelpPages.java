// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What the words on the pages mean.
@Controller
public class HelpPages {
    /// Words of the standings, in the order of the page.
    public static final List<String> STANDINGS =
            List.of(
                    "kept",
                    "due",
                    "overdue",
                    "active",
                    "quiet",
                    "under-exploration",
                    "explored",
                    "not-triggered",
                    "used",
                    "established",
                    "suspended",
                    "disputed");

    public static final List<String> CIRCLES = List.of("own", "shared", "public");

    @Bean
    static NavigationEntry helpEntry() {
        return new NavigationEntry("web.help.title", "/help", 900, Optional.empty());
    }

    @GetMapping("/help")
    Page help(Words words) {
        return Page.of("web/help.jte").titled(words.of("web.help.title")).at("web.help.title");
    }
}
