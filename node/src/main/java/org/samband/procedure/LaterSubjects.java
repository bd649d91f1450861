// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import org.samband.parties.Profile;

/// Tells which commitments later versions of a partnership's text added, so that dossiers can name
/// them: the profile knows those of the first version. The room that holds the text answers.
/// Source: SDP §48; spec/profile/README.md, PROF-12.
public interface LaterSubjects {

    /// Those of the version that is in force, in the order of the text.
    List<Subject> of(Profile profile);
}
