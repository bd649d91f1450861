// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.Set;

/// A verb phrase of a main clause with the parties that it binds.
record Clause(Verb verb, Set<String> parties, boolean negative) {}
