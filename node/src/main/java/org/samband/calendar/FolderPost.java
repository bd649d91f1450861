// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// Puts each e-mail as a file `.eml` into a folder. A file appears whole or not at all.
public final class FolderPost implements Post {
    private final Path folder;
    private final String from;

    /// @param folder is made where it is not there
    /// @param from address of the node
    public FolderPost(Path folder, String from) {
        this.folder = folder;
        this.from = from;
    }

    @Override
    public void send(Mail mail) throws IOException {
        Files.createDirectories(folder);
        var name = mail.at().toEpochMilli() + "-" + UUID.randomUUID();
        var half = folder.resolve(name + ".part");
        Files.writeString(half, MailText.of(mail, from), StandardCharsets.US_ASCII);
        Files.move(half, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
