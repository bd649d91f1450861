// SPDX-License-Identifier: EUPL-1.2
/// A second reader of ledgers and segments, written from spec/ledger and spec/federation alone: it
/// shares no code with the node or its proofs and knows only the JDK. Where it and the node differ,
/// the text decides, and where the text is silent, the text is mended. Start at {@code Ledger}.
@NullMarked
package org.samband.acceptance.reader;

import org.jspecify.annotations.NullMarked;
