// SPDX-License-Identifier: EUPL-1.2
/// Pages of the line to the counterpart. Start at {@code LinePages}.
@NullMarked
package org.samband.federation.web;

import org.jspecify.annotations.NullMarked;
