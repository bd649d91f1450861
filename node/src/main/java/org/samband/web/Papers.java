// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.time.InstantSource;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.paper.Paper;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.springframework.stereotype.Component;

/// What stands on every page of a paper of this node.
@Component
public class Papers {
    private final Policies policies;
    private final Partnerships partnerships;
    private final InstantSource clock;

    public Papers(Policies policies, Partnerships partnerships, InstantSource clock) {
        this.policies = policies;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    /// A paper that is made now.
    ///
    /// @param circle in the words of the paper
    public Paper.Frame frame(Marking marking, String circle, Profile profile, Words words) {
        return frame(
                policies.banner(marking, words.language()).text(),
                circle,
                words.of(
                        "paper.source",
                        profile.said(partnerships.own(), words.language()),
                        words.moment(clock.instant())),
                words);
    }

    /// A paper that says of itself where it comes from.
    public static Paper.Frame frame(String banner, String circle, String source, Words words) {
        return new Paper.Frame(banner, circle, source, words.of("paper.page", "{0}", "{1}"));
    }
}
