// SPDX-License-Identifier: EUPL-1.2
/// Two nodes played against each other over HTTP only, in the field's words. Knows no class of the
/// node.
@NullMarked
package org.samband.acceptance;

import org.jspecify.annotations.NullMarked;
