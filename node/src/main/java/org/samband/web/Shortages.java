// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.util.Optional;

/// Whether a page is broken because the node is short of something. Given by the node, which knows
/// its database.
@FunctionalInterface
public interface Shortages {

    /// @param thrown what broke the page
    /// @return empty for a fault
    Optional<Shortage> of(Throwable thrown);
}
