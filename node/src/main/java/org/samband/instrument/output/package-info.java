// SPDX-License-Identifier: EUPL-1.2
/// What an import writes for other readers: Akoma Ntoso, a page, a summary. Start at {@code
/// AkomaNtoso}. Specification: `spec/instrument/README.md`.
@NullMarked
package org.samband.instrument.output;

import org.jspecify.annotations.NullMarked;
