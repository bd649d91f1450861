// SPDX-License-Identifier: EUPL-1.2
/// The agreed text, paragraph by paragraph. Start at {@code InstrumentImport}.
@NullMarked
@ApplicationModule(allowedDependencies = {"act"})
package org.samband.instrument;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
