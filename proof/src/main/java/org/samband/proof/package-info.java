// SPDX-License-Identifier: EUPL-1.2
/// Canonical form, digests, Merkle tree, checkpoints and the `verify` program. Knows the JDK alone.
@NullMarked
package org.samband.proof;

import org.jspecify.annotations.NullMarked;
