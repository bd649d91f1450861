// SPDX-License-Identifier: EUPL-1.2
/// From lines to an instrument: healed blocks, their sorts, the outline. Start at {@code Reading}.
@NullMarked
package org.samband.instrument.reading;

import org.jspecify.annotations.NullMarked;
