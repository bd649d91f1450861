// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.nio.charset.StandardCharsets;
import org.samband.attachment.Attachment;

/// Tells quickly which entries may carry files, so that the others need not be read twice: in its
/// canonical form a reference has these bytes.
final class FileMention {
    private static final byte[] MARK =
            ("\"" + Attachment.MARK + "\":").getBytes(StandardCharsets.UTF_8);

    private FileMention() {}

    static boolean in(byte[] entry) {
        for (int i = 0; i <= entry.length - MARK.length; i++) {
            if (entry[i] == MARK[0] && stands(entry, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(byte[] entry, int at) {
        for (int i = 1; i < MARK.length; i++) {
            if (entry[at + i] != MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
