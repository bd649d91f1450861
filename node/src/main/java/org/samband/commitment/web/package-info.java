// SPDX-License-Identifier: EUPL-1.2
/// Pages of the commitments: start page, living text, areas, commitments. Start at {@code
/// TextPages}.
@NullMarked
package org.samband.commitment.web;

import org.jspecify.annotations.NullMarked;
