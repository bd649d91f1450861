// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

/// There is nothing at this address that the officer may see. Whether there is anything at all is
/// never said: the page is the same, byte for byte in its content.
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
