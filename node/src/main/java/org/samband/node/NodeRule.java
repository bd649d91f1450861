// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import org.samband.act.Rule;

/// Why a node does not start. Source of all: design section 10.
enum NodeRule implements Rule {
    FOLDER_IN_USE(
            "SET-01",
            "another node uses the data folder {folder}: stop it, or give this node a folder of its"
                    + " own."),
    OTHER_DATABASE_VERSION(
            "SET-02",
            "the data folder {folder} was made by PostgreSQL {found} and this node brings"
                    + " {expected}: export with the older version and restore."),
    DATABASE_DOES_NOT_START("SET-03", "the database server did not start; its log is {log}."),
    DATABASE_NOT_REACHED("SET-04", "the database at {url} cannot be reached: {reason}"),
    SETTING_UNKNOWN("SET-05", "there is no setting \"{key}\": remove it, or write one of {known}."),
    SETTING_MISSING("SET-06", "the setting \"{key}\" is missing: {help}."),
    SETTING_WRONG("SET-07", "the setting \"{key}\" is \"{value}\", but {help}."),
    SETTINGS_NOT_READ("SET-08", "the settings cannot be read: {reason}"),
    PORT_TAKEN(
            "SET-09",
            "the port {port} is taken by another program: stop it, or choose another port."),
    PAGES_IN_THE_OPEN(
            "SET-10",
            "the pages would cross the network unprotected from {address}: give certificate and"
                    + " key, set trust-proxy to true behind a proxy that ends TLS, or listen on"
                    + " 127.0.0.1."),
    CERTIFICATE_WITHOUT_KEY(
            "SET-11", "a certificate needs its key and a key its certificate: give both, or none."),
    MAIL_USER_WITHOUT_PASSWORD(
            "SET-17",
            "a user at the mail server needs a password file and a password file its user: give"
                    + " both, or none."),
    MAIL_IN_THE_OPEN(
            "SET-18",
            "e-mails and the password for the mail server may not cross a network unsecured: leave"
                    + " tls at true, or name a mail server on this machine."),
    NO_SUCH_PROFILE(
            "SET-12", "there is no profile \"{name}\" in spec/profile: write one of {known}."),
    NO_PARTY_OF(
            "SET-13", "{party} is no party of the partnership {name}: its parties are {known}."),
    DEMO_RUNS(
            "SET-14",
            "a demo already runs on the folder {folder}: use it, stop it with Ctrl-C, or give"
                    + " --data another folder."),
    NO_DEMO_FOLDER(
            "SET-15",
            "the folder {folder} holds something else than a demo, which would be at risk: give"
                    + " --data a new or empty folder."),
    SECOND_SIGNATURE(
            "SET-16",
            "second-signature is \"{setting}\", but this node's ledgers are signed with {found}:"
                    + " change the key with ./samband key rotate --config FILE first, or set it"
                    + " back."),
    NODE_NOT_RUNNING(
            "SET-41",
            "the node of {data} does not run: start it with ./samband run, as the same account on"
                    + " this machine, and give the command again."),
    NO_SUCH_PARTNERSHIP(
            "SET-42", "say with --partnership which one is meant: this node holds {known}."),
    NO_SUCH_FILE("SET-43", "the file {file} is not there or cannot be read: nothing was brought."),
    BACKUP_NOT_NEW(
            "SET-44",
            "{folder} is there already and not empty: name a new folder, so that no older copy is"
                    + " mixed with the new one.");

    private final String id;
    private final String sentence;

    NodeRule(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String source() {
        return "design section 10; docs/operating.md";
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
