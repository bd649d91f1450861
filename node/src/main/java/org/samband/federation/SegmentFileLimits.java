// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.attachment.Attachment;

/// How much goes into one segment file. Source: `spec/federation/`, FEDERATION-69.
///
/// @param bytes of the files in it together, unless one alone has more
/// @param files at most
record SegmentFileLimits(long bytes, int files) {
    static final SegmentFileLimits USUAL = new SegmentFileLimits(Attachment.LARGEST, 1_000);
}
