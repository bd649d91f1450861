// SPDX-License-Identifier: EUPL-1.2
/// Pages of joint texts. Start at {@link org.samband.drafting.web.JointTextPages}.
@NullMarked
package org.samband.drafting.web;

import org.jspecify.annotations.NullMarked;
