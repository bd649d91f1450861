// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import java.util.Set;

/// A verb phrase of a main clause with the parties that it binds.
///
/// @param subject index at which the names of the parties before the verb begin; -1 where other
///   words stand there
record Clause(Verb verb, int subject, Set<String> parties, boolean negative) {}
