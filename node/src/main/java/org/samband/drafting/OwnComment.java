// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.Instant;
import java.util.Optional;

/// A comment on a joint text that only officers of this node read. Source: design section 3,
/// "Circles".
///
/// @param number in our own ledger, counted from 1
/// @param point empty where it is about the whole text
/// @param officer who wrote it
public record OwnComment(
        long number, Instant at, String officer, Optional<PointId> point, String text) {}
