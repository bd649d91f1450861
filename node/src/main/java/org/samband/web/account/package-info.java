// SPDX-License-Identifier: EUPL-1.2
/// Accounts, sign-in, sessions, and the pages of officers and of the security log. Start at {@link
/// org.samband.web.account.Accounts}.
@NullMarked
@NamedInterface("account")
package org.samband.web.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
