// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An amount in one currency, as an entry holds it. Amounts of different currencies are never
/// added, and none is converted. Source: ISO 4217; spec/procedure/README.md, "Fields".
///
/// @param amount digits, with a point and two digits where it is not whole: `150000000`, `12.50`
/// @param currency three capital letters: `NOK`
public record Money(String amount, String currency) {
    private static final Pattern AMOUNT =
            Pattern.compile("(0|[1-9][0-9]{0,14})(\\.(?!00)[0-9]{2})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /// Digits in groups of three parted by spaces, or in one; a comma or a point before cents.
    private static final Pattern TYPED =
            Pattern.compile("([0-9]{1,3}(?: [0-9]{3})*|[0-9]+)(?:[.,]([0-9]{1,2}))?");

    public Money {
        if (!AMOUNT.matcher(amount).matches() || !CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("no amount of money: " + amount + " " + currency);
        }
    }

    /// What stands in an entry; empty if it is no amount of money.
    public static Optional<Money> of(Object value) {
        return value instanceof Map<?, ?> members
                        && members.size() == 2
                        && members.get("amount") instanceof String amount
                        && AMOUNT.matcher(amount).matches()
                        && members.get("currency") instanceof String currency
                        && CURRENCY.matcher(currency).matches()
                ? Optional.of(new Money(amount, currency))
                : Optional.empty();
    }

    /// What an officer typed: `150 000 000 NOK` or `EUR 14500000.50`. Groups are parted by spaces,
    /// because a point or a comma would mean two things.
    static Optional<Money> typed(String typed) {
        var text = typed.strip().replace('\u00A0', ' ').replace('\u202F', ' ');
        if (text.length() < 4) {
            return Optional.empty();
        }
        var first = text.substring(0, 3);
        var last = text.substring(text.length() - 3);
        return isCurrency(first)
                ? amount(text.substring(3), first)
                : isCurrency(last)
                        ? amount(text.substring(0, text.length() - 3), last)
                        : Optional.empty();
    }

    /// Codes without a smaller unit, such as those of metals and of no currency, count no money.
    private static boolean isCurrency(String code) {
        return CURRENCY.matcher(code).matches()
                && Currency.getAvailableCurrencies().stream()
                        .filter(one -> one.getDefaultFractionDigits() >= 0)
                        .anyMatch(one -> one.getCurrencyCode().equals(code));
    }

    private static Optional<Money> amount(String typed, String currency) {
        var matcher = TYPED.matcher(typed.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var whole = matcher.group(1).replace(" ", "").replaceFirst("^0+(?=[0-9])", "");
        var cents = matcher.group(2) == null ? "" : (matcher.group(2) + "0").substring(0, 2);
        var amount = cents.isEmpty() || cents.equals("00") ? whole : whole + "." + cents;
        return AMOUNT.matcher(amount).matches()
                ? Optional.of(new Money(amount, currency))
                : Optional.empty();
    }

    /// The amount in hundredths, as digits.
    String cents() {
        var point = amount.indexOf('.');
        return point < 0 ? amount + "00" : amount.substring(0, point) + amount.substring(point + 1);
    }

    Map<String, Object> entry() {
        return Map.of("amount", amount, "currency", currency);
    }

    /// As it is read: `150 000 000.50 NOK`, with a comma in Norwegian. The spaces do not break.
    public String said(String language) {
        return grouped(amount, language) + "\u00A0" + currency;
    }

    /// A sum, as it is read.
    public static String grouped(BigDecimal sum, String language) {
        var plain = sum.stripTrailingZeros();
        return grouped(plain.setScale(plain.scale() > 0 ? 2 : 0).toPlainString(), language);
    }

    private static String grouped(String amount, String language) {
        var point = amount.indexOf('.');
        var whole = point < 0 ? amount : amount.substring(0, point);
        var cents = point < 0 ? "" : amount.substring(point + 1);
        var grouped = whole.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", "\u00A0");
        var mark = "nb".equals(language) ? "," : ".";
        return grouped + (cents.isEmpty() ? "" : mark + cents);
    }

    /// As it can be typed again.
    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
