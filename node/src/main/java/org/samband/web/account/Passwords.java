// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.samband.act.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords as Argon2id hashes, with the second recommended parameters of RFC 9106, section 4: 3
/// passes, 4 lanes, 64 MiB, salt of 128 bit, tag of 256 bit. See
/// docs/decisions/2026-11-25-accounts-and-sessions.md.
@Component
class Passwords {
    static final int LEAST = 12;
    static final int MOST = 128;

    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final int LANES = 4;
    private static final int KIBIBYTES = 1 << 16;
    private static final int PASSES = 3;

    /// Each takes 64 MiB; more at once would let strangers exhaust the node.
    private static final int AT_ONCE = 2;

    private static final int FEWEST_DIFFERENT = 5;

    /// Beside those that the other rules catch: what people choose when twelve characters are asked
    /// for.
    private static final Set<String> COMMON =
            Set.of(
                    "password1234",
                    "passwordpassword",
                    "passord123456",
                    "passordpassord",
                    "administrator",
                    "administrator1",
                    "qwertyuiop12",
                    "qwertyuiop123",
                    "qwertyuiopå1",
                    "iloveyouiloveyou",
                    "letmeinletmein",
                    "welcome12345",
                    "welcomewelcome",
                    "velkommen123",
                    "velkommen1234",
                    "changeme1234",
                    "changemechangeme",
                    "trustno1trustno1",
                    "footballfootball",
                    "correcthorsebatterystaple",
                    "sommer202612",
                    "hemmelig1234",
                    "norgenorge123",
                    "bruxelles123",
                    "brussels1234",
                    "sikkerhet123");

    private static final String ROWS =
            "01234567890123456789 abcdefghijklmnopqrstuvwxyzæøå qwertyuiopåasdfghjkløæzxcvbnm"
                    + " 98765432109876543210";

    /// Without letters and digits that look alike.
    private static final String ONE_TIME = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int ONE_TIME_LENGTH = 20;
    private static final int ONE_TIME_GROUP = 5;

    private final Argon2PasswordEncoder argon2;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore room = new Semaphore(AT_ONCE);

    /// In the form of the others, of no password: nobody has worked it out.
    private final String decoy;

    @Autowired
    Passwords() {
        this(KIBIBYTES, PASSES);
    }

    /// @param kibibytes and passes fewer in tests
    Passwords(int kibibytes, int passes) {
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, TAG_BYTES, LANES, kibibytes, passes);
        decoy =
                "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                        .formatted(kibibytes, passes, LANES, random(SALT_BYTES), random(TAG_BYTES));
        if (argon2.upgradeEncoding(decoy)) {
            throw new IllegalStateException("the decoy is less work than a password");
        }
    }

    private String random(int bytes) {
        var some = new byte[bytes];
        random.nextBytes(some);
        return Base64.getEncoder().withoutPadding().encodeToString(some);
    }

    String hash(char[] password) {
        return working(() -> String.valueOf(argon2.encode(normal(password))));
    }

    /// Does the same work whether there is a hash to compare with or not.
    boolean matches(char[] password, Optional<String> hash) {
        var usable = password.length <= MOST ? password : new char[0];
        var same = working(() -> argon2.matches(normal(usable), hash.orElse(decoy)));
        return same && hash.isPresent() && usable.length > 0;
    }

    private <T> T working(java.util.function.Supplier<T> work) {
        room.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    /// The same password typed on another keyboard. Source: NIST SP 800-63B, section 5.1.1.2.
    private static String normal(char[] password) {
        return Normalizer.normalize(CharBuffer.wrap(password), Normalizer.Form.NFKC);
    }

    /// Why a new password is not good enough. Length alone counts, no composition. Source: NIST SP
    /// 800-63B, section 5.1.1.2.
    Optional<Refusal> weakness(char[] password, String account) {
        var length = Character.codePointCount(password, 0, password.length);
        if (length < LEAST) {
            return Optional.of(Refusal.at(AccountRule.TOO_SHORT, "password").with("least", LEAST));
        }
        if (password.length > MOST) {
            return Optional.of(Refusal.at(AccountRule.TOO_LONG, "password").with("most", MOST));
        }
        var plain = normal(password).toLowerCase(Locale.ROOT);
        return common(plain, account)
                ? Optional.of(Refusal.at(AccountRule.TOO_COMMON, "password"))
                : Optional.empty();
    }

    private static boolean common(String plain, String account) {
        return COMMON.contains(plain)
                || plain.chars().distinct().count() < FEWEST_DIFFERENT
                || ROWS.contains(plain)
                || plain.replace(account, "").length() < LEAST / 2
                || plain.replace("samband", "").length() < LEAST / 2;
    }

    /// A password that is used once: 20 characters of 31 in groups, about 99 bit.
    char[] oneTime() {
        var text = new StringBuilder();
        for (var place = 0; place < ONE_TIME_LENGTH; place++) {
            if (place > 0 && place % ONE_TIME_GROUP == 0) {
                text.append('-');
            }
            text.append(ONE_TIME.charAt(random.nextInt(ONE_TIME.length())));
        }
        return text.toString().toCharArray();
    }
}
