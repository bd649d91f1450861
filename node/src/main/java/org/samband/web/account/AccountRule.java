// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import org.samband.act.Rule;

/// By which rules a sign-in and a new password are refused.
public enum AccountRule implements Rule {
    REFUSED(
            "ACC-01",
            "OWASP Authentication Cheat Sheet: one answer for all reasons",
            "Sign-in was refused. Check the account and the password. After several failures"
                    + " further attempts have to wait."),
    TOO_OFTEN(
            "ACC-02",
            "NIST SP 800-63B, section 5.2.2",
            "There were too many failed attempts from here. Wait a few minutes and try again."),
    TOO_SHORT(
            "ACC-03",
            "NIST SP 800-63B, section 5.1.1; NSM, råd om passord",
            "A password has at least {least} characters. Several words after each other are good."),
    TOO_LONG(
            "ACC-04",
            "NIST SP 800-63B, section 5.1.1",
            "A password has at most {most} characters."),
    TOO_COMMON(
            "ACC-05",
            "NIST SP 800-63B, section 5.1.1: compared with a list of common ones",
            "This password is too easy to guess. Choose another, for instance several words after"
                    + " each other."),
    PRESENT_WRONG("ACC-06", "NIST SP 800-63B, section 6.1", "The present password is not right."),
    NOT_REPEATED(
            "ACC-07", "Design section 10", "The two new passwords differ. Type the new one again."),
    NOT_NEW("ACC-08", "Design section 10", "The new password is the present one. Choose another.");

    private final String id;
    private final String source;
    private final String sentence;

    AccountRule(String id, String source, String sentence) {
        this.id = id;
        this.source = source;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
