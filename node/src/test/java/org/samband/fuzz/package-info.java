// SPDX-License-Identifier: EUPL-1.2
/// What comes from outside is fed with bytes that a fuzzer invents: no crash, no hang, only
/// refusals.
@NullMarked
package org.samband.fuzz;

import org.jspecify.annotations.NullMarked;
