// SPDX-License-Identifier: EUPL-1.2
package org.samband.search;

import java.util.Locale;

/// What can be found by its words.
public enum SearchKind {
    DOSSIER,
    /// A joint text.
    TEXT,
    /// An own note on a dossier.
    NOTE;

    /// As in the tables: `dossier`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
