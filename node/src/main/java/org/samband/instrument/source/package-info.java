// SPDX-License-Identifier: EUPL-1.2
/// Five file formats, one form: lines with what their layout tells. Start at {@code Sources}.
@NullMarked
package org.samband.instrument.source;

import org.jspecify.annotations.NullMarked;
