// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.samband.label.Ceiling;
import org.samband.label.Marking;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;

/// What an operator decides about a node. Each component is one setting of the file, spelled with
/// hyphens; `docs/example-node.yaml` shows all of them.
///
/// @param party which party of its partnerships the node is
/// @param data the node's own folder: database (when embedded), keys, own pair files
/// @param cache where the embedded database's programs are unpacked; nodes may share it
/// @param secondSignature whether the node signs its ledgers with ML-DSA-65 beside Ed25519; written
///   as the algorithm, or `none`
/// @param sample for demo and tests only: made-up officers and a made-up year (EXERCISE)
record Settings(
        PartyCode party,
        Path data,
        Path cache,
        Pages pages,
        Database database,
        Link link,
        List<Partnership> partnerships,
        Ceiling ceiling,
        boolean secondSignature,
        Reminders reminders,
        Optional<Sample> sample) {

    Settings {
        partnerships = List.copyOf(partnerships);
    }

    /// The partnership of that name; where none is named, the only one.
    Optional<PartnershipId> partnership(Optional<String> named) {
        return partnerships.stream()
                .map(Partnership::name)
                .filter(name -> named.map(name.value()::equals).orElse(partnerships.size() == 1))
                .findFirst();
    }

    /// Where officers reach the node.
    ///
    /// @param address on which the pages listen
    /// @param port 0 for one that is free
    /// @param trustProxy true when the operator's own proxy ends TLS and says where a request comes
    ///   from
    /// @param certificate PEM file with the certificate and its chain
    /// @param key PEM file with the certificate's private key
    record Pages(
            String address,
            int port,
            boolean trustProxy,
            Optional<Path> certificate,
            Optional<Path> key) {}

    /// The database server; the embedded one where no URL is given.
    ///
    /// @param ownerPasswordFile of the role `samband_owner`
    /// @param nodePasswordFile of the role `samband_node`
    record Database(
            Optional<String> url,
            Optional<Path> ownerPasswordFile,
            Optional<Path> nodePasswordFile) {}

    /// The line to the counterparts' nodes.
    ///
    /// @param address on which the line listens
    /// @param publicAddress host and port at which counterparts reach the line; stands in the pair
    ///   file
    record Link(String address, int port, String publicAddress) {}

    /// What leaves the node for officers' calendars and mailboxes.
    ///
    /// @param address of the pages, for links; by default that of {@link Pages}
    /// @param shows the highest marking of matters of which a calendar feed may say more than that
    ///   something is due; empty for none
    /// @param from address of the node in its e-mails
    /// @param server host and port of the mail server; without it e-mails are files in the folder
    ///   `mail`
    /// @param tls whether the line to it is secured by STARTTLS
    /// @param passwordFile of the user at the mail server
    record Reminders(
            Optional<String> address,
            Optional<Marking> shows,
            String from,
            Optional<String> server,
            boolean tls,
            Optional<String> user,
            Optional<Path> passwordFile) {}

    /// A made-up year.
    ///
    /// @param day on which the year ends, the same on both nodes; left out, there are officers and
    ///   no year
    /// @param passwordFile with the one password of all sample officers
    record Sample(Optional<LocalDate> day, Path passwordFile) {}

    /// One partnership of the node.
    ///
    /// @param name its profile stands in `spec/profile/`
    /// @param counterpart the pair file that the other party gave; the node runs alone until it is
    ///   there
    /// @param transport `direct` over the line, or `file` where there is no line
    record Partnership(PartnershipId name, Path counterpart, String transport) {}
}
