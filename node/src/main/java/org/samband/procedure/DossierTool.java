// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import org.samband.parties.Officer;

/// What another room keeps for a dossier and shows on its page, for instance joint texts. Words are
/// named by their keys.
public interface DossierTool {

    String title();

    /// What the officer may see of it.
    List<Line> of(Officer officer, Dossier dossier);

    boolean mayAdd(Officer officer, Dossier dossier);

    /// What the link says by which one more is made.
    String add();

    /// Below the path of the dossier.
    String addPath();

    /// @param path below that of the partnership
    /// @param kind key of words
    /// @param state key of words
    /// @param tone of the pill that shows the state
    record Line(String path, String title, String kind, String state, String tone) {}
}
