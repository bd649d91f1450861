// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.math.BigDecimal;

/// What stands in one field of money in all dossiers that fit, in one currency. Amounts of
/// different currencies are never added.
///
/// @param count of the amounts
public record RegisterTotal(Field field, String currency, BigDecimal amount, int count) {}
