// SPDX-License-Identifier: EUPL-1.2
/// The pages of stocktakes and their files.
@NullMarked
package org.samband.stocktake.web;

import org.jspecify.annotations.NullMarked;
