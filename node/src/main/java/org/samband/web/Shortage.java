// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

/// What a node may be short of: not a fault, and something else to do about it.
public enum Shortage {
    /// The disk is full. Source: RFC 4918, section 11.5.
    ROOM("room", 507),

    /// The database does not answer. Source: RFC 9110, section 15.6.4.
    DATABASE("away", 503);

    private final String word;
    private final int status;

    Shortage(String word, int status) {
        this.word = word;
        this.status = status;
    }

    /// As in the words of the error pages.
    String word() {
        return word;
    }

    /// Of the answer (HTTP).
    int status() {
        return status;
    }
}
