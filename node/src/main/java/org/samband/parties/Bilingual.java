// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

/// A name in both languages of the product.
///
/// @param en English
/// @param nb Norwegian bokmål
public record Bilingual(String en, String nb) {

    /// @param language `nb` for Norwegian; anything else reads English
    public String in(String language) {
        return "nb".equals(language) ? nb : en;
    }
}
