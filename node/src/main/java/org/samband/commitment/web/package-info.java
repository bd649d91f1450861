// SPDX-License-Identifier: EUPL-1.2
/// Pages of the commitments: start page, living text, areas, commitments. Start at {@code
/// TextPages}.
@NullMarked
@NamedInterface("words")
package org.samband.commitment.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
