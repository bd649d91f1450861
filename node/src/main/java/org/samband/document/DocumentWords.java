// SPDX-License-Identifier: EUPL-1.2
package org.samband.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The words of `spec/document/`, and documents as text.
final class DocumentWords {
    private DocumentWords() {}

    /// A member of a file of `spec/document/`, which the build holds to be there.
    static Object of(String file, String member) {
        return Objects.requireNonNull(of(file).get(member), file + " has no " + member);
    }

    private static Map<String, Object> of(String file) {
        try (InputStream in = DocumentWords.class.getResourceAsStream("/spec/document/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The text of a document in UTF-8; empty where it is none.
    static Optional<String> text(byte[] document) {
        try {
            var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            var text = decoded.toString().replace("\uFEFF", "").replace("\r\n", "\n");
            return text.chars()
                            .anyMatch(unit ->
                                    unit < ' ' && unit != '\n' && unit != '\t' && unit != '\f')
                    ? Optional.empty()
                    : Optional.of(text);
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
