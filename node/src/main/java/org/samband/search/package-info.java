// SPDX-License-Identifier: EUPL-1.2
/// The words by which dossiers, joint texts and own notes are found, in Norwegian and English, by
/// who may see them. It knows words and where they stand, and no field matter: the rooms above say
/// what is said. Start at {@link org.samband.search.Searches}.
@NullMarked
@ApplicationModule(allowedDependencies = {"parties"})
package org.samband.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
