// SPDX-License-Identifier: EUPL-1.2
/// Documents in public forms that an officer brings: they are read into the fields of a form, which
/// the officer checks before the act is made. Nothing is stored here. Source: `spec/document/`.
/// Start at {@link org.samband.document.Documents}.
@NullMarked
@ApplicationModule(allowedDependencies = {"act", "label", "parties"})
package org.samband.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
