// SPDX-License-Identifier: EUPL-1.2
package org.samband.paper;

import java.util.List;

/// A document that is read away from the node: printed, or handed on as a file. It says what it
/// holds and in which order, and nothing of how a file of one kind or another shows it.
///
/// @param language of its words: `en` or `nb`
/// @param subject one line for those who look at a file before they open it
public record Paper(
        String language, String title, String subject, Frame frame, Form form, List<Block> blocks) {

    /// What stands on every page.
    ///
    /// @param marking as a banner
    /// @param circle who it is for: own, shared, public
    /// @param source whose node made it, and when
    /// @param page `Page {0} of {1}` in the language of the paper
    public record Frame(String marking, String circle, String source, String page) {}

    /// How much stands on a page.
    public enum Form {
        /// Two pages for a head of delegation.
        DENSE,
        ROOMY,
        /// Ten and more columns: the page lies on its side.
        WIDE
    }

    public Paper {
        blocks = List.copyOf(blocks);
    }
}
