// SPDX-License-Identifier: EUPL-1.2
/// The page of a brief and its file.
@NullMarked
package org.samband.brief.web;

import org.jspecify.annotations.NullMarked;
