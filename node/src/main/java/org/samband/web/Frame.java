// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.util.List;
import java.util.Optional;
import org.samband.label.Banner;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Profile;

/// What every template knows of the page around it; the parameter `frame` of all templates.
///
/// @param title in the officer's language; empty for the product's name alone
/// @param officer who is signed in
/// @param partnership in which the page stands
/// @param partnerships with which the officer works, in the order of the settings
/// @param navigation what the officer may open
/// @param banner one per label of the marking, side by side
/// @param party this node's party, in full
/// @param path of the request, without query
/// @param following which changes the page follows; empty for none
/// @param csrf to be sent with every form
public record Frame(
        Words words,
        String title,
        Optional<Officer> officer,
        Optional<Profile> partnership,
        List<Profile> partnerships,
        List<Navigation> navigation,
        List<Banner> banner,
        String party,
        String path,
        String theme,
        Optional<Following> following,
        Csrf csrf,
        Files files) {

    /// One entry of the navigation as it stands on this page.
    ///
    /// @param label in the officer's language
    /// @param current the page stands under it
    public record Navigation(String label, String path, boolean current) {}

    /// The token against forged requests. Both empty where no form can be sent.
    public record Csrf(String name, String token) {}

    /// Which changes a page follows.
    ///
    /// @param partnership short name, or `*` for all of the officer's
    /// @param since stamp of the moment before the page was made
    public record Following(String partnership, String since) {}

    /// Finds the address of a static file, which bears a hash of its content.
    @FunctionalInterface
    public interface Files {
        String address(String file);
    }

    /// For the window: the page, then the product.
    public String windowTitle() {
        return title.isEmpty() ? "Samband" : title + " – Samband";
    }

    public String language() {
        return words.language();
    }

    /// Address of a file under `static/`, for instance `samband.css`.
    public String file(String name) {
        return files.address(name);
    }

    /// The path of the partnership's pages: `/eu-norway`; empty outside of one.
    public String root() {
        return partnership.map(Profile::id).map(id -> "/" + id).orElse("");
    }

    public boolean in(PartnershipId id) {
        return partnership.filter(profile -> profile.id().equals(id)).isPresent();
    }
}
