// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Source of the examples: RFC 8785 sections 3.2.2 to 3.2.4 and appendix B.
class CanonicalJsonTest {

    @Test
    void theExampleOfTheStandardComesOutAsTheStandardSays() throws JsonRefused {
        var example =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;
        assertThat(CanonicalJson.text(CanonicalJson.read(utf8(example))))
                .isEqualTo(
                        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void membersStandInTheOrderOfTheirUtf16Units() throws JsonRefused {
        var example =
                "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";
        var canonical = CanonicalJson.bytes(CanonicalJson.read(utf8(example)));
        assertThat(CanonicalJson.object(CanonicalJson.read(canonical)).values())
                .containsExactly(2L, 4L, 6L, 7L, 1L, 5L, 3L);
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555555, 333333333.3333333",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersArePrintedAsTheStandardsTableSays(String bits, String printed) {
        assertThat(CanonicalJson.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1,\"a\":2}",
                "[1,]",
                "{\"a\":1,}",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "nul",
                "tru",
                "\"\\ud800\"",
                "\"\\x\"",
                "\"\u0001\"",
                "\"open",
                "[1] 2",
                "NaN",
                "1e999",
                "9007199254740994",
                "-123456789012345678901",
                "'a'",
                "\"\\u00G0\""
            })
    void whatIsNoStrictJsonIsRefused(String text) {
        assertThatThrownBy(() -> CanonicalJson.read(utf8(text))).isInstanceOf(JsonRefused.class);
    }

    @Test
    void aTextNestedTooDeepIsRefusedAndNotRead() {
        assertThatThrownBy(() -> CanonicalJson.read(utf8("[".repeat(100_000))))
                .isInstanceOf(JsonRefused.class);
    }

    @Test
    void sixtyFourIsTheDeepestNesting() throws JsonRefused {
        assertThat(CanonicalJson.read(utf8("[".repeat(64) + "1" + "]".repeat(64)))).isNotNull();
        assertThatThrownBy(() -> CanonicalJson.read(utf8("[".repeat(65) + "]".repeat(65))))
                .isInstanceOf(JsonRefused.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> CanonicalJson.read(new byte[] {'"', (byte) 0xc3, '"'}))
                .isInstanceOf(JsonRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ }",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1.0}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":1}\n",
                "[]"
            })
    void whatIsNoObjectInItsCanonicalFormIsRefused(String text) {
        assertThatThrownBy(() -> CanonicalJson.readCanonicalObject(utf8(text)))
                .isInstanceOf(JsonRefused.class);
    }

    @Test
    void halfASurrogatePairAndAnInfiniteNumberHaveNoForm() {
        assertThatThrownBy(() -> CanonicalJson.text("\ud800"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.text(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        for (var large : List.of((1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE)) {
            assertThatThrownBy(() -> CanonicalJson.text(large))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whateverIsWrittenIsReadAgainAsItWas() throws JsonRefused {
        long seed = System.nanoTime();
        System.out.println("CanonicalJsonTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var value = random(random, 0);
            var text = CanonicalJson.text(value);
            assertThat(CanonicalJson.read(utf8(text)))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(value);
        }
    }

    private static @Nullable Object random(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() >> 11;
            case 3 -> random.nextInt(100) + 0.5;
            case 4 -> text(random);
            case 5 -> {
                var list = new ArrayList<@Nullable Object>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    list.add(random(random, depth + 1));
                }
                yield list;
            }
            default -> {
                Map<String, @Nullable Object> map = new TreeMap<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    map.put(text(random), random(random, depth + 1));
                }
                yield map;
            }
        };
    }

    private static String text(Random random) {
        var points = List.of((int) 'a', (int) '"', (int) '\\', 10, 1, 0xe5, 0x20ac, 0x1f600);
        var out = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            out.appendCodePoint(points.get(random.nextInt(points.size())));
        }
        return out.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What is written can be read: no double takes the form of a whole number beyond ±2^53.
    @Test
    void aNameThatIsNoTextHasNoForm() {
        var nameless = new HashMap<@Nullable Object, Object>();
        nameless.put(null, "EXERCISE");
        assertThatThrownBy(() -> CanonicalJson.bytes(nameless))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of(1, "EXERCISE")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNumberThatWouldNotBeReadAgainIsNotWritten() throws JsonRefused {
        for (double number : new double[] {9.007199254740994e15, 1e16, 1e20, 9.99e20}) {
            for (double signed : new double[] {number, -number}) {
                assertThatThrownBy(() -> CanonicalJson.bytes(signed))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("2^53");
                var written = Double.toString(signed).getBytes(StandardCharsets.UTF_8);
                assertThatThrownBy(() -> CanonicalJson.read(written))
                        .isInstanceOf(JsonRefused.class);
            }
        }
        for (double number : new double[] {0x1p53, -0x1p53, 1e21, -1e21, 1e300, 0.5, 1e-7}) {
            var read = CanonicalJson.read(CanonicalJson.bytes(number));
            assertThat(((Number) java.util.Objects.requireNonNull(read)).doubleValue())
                    .isEqualTo(number);
        }
    }
}
