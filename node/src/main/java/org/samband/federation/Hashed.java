// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.samband.proof.Digest;

/// What a stream was, read to its end without keeping it.
///
/// @param length in bytes
record Hashed(Digest digest, long length) {
    private static final int BUFFER = 1 << 16;

    /// @param most bytes that are read; a stream that has more gives one more than that
    static Hashed of(InputStream in, long most) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            long length = 0;
            for (int read = in.read(buffer); read >= 0 && length <= most; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                length += read;
            }
            return new Hashed(Digest.of(digest.digest()), length);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
