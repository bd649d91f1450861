// SPDX-License-Identifier: EUPL-1.2
package org.samband.act;

import java.util.function.Function;

/// The answer to an act: accepted with its value, or refused with the rule that refuses it.
public sealed interface Outcome<T> {

    record Accepted<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Outcome<T> refused(Rule rule) {
        return new Refused<>(Refusal.of(rule));
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /// Goes on with the accepted value; a refusal stays the refusal that it is.
    default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
        return switch (this) {
            case Accepted<T>(var value) -> next.apply(value);
            case Refused<T>(var refusal) -> new Refused<>(refusal);
        };
    }

    default <U> Outcome<U> map(Function<? super T, ? extends U> next) {
        return then(value -> new Accepted<>(next.apply(value)));
    }

    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
