// SPDX-License-Identifier: EUPL-1.2
package org.samband.attachment;

import org.samband.proof.Digest;

/// A file that an entry carries, without the name under which it does.
///
/// @param number of the entry, counted from 1
/// @param blob SHA-256 of the bytes
/// @param length of the file in bytes, from 1
public record CarriedBlob(long number, Digest blob, long length) {}
