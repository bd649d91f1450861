// SPDX-License-Identifier: EUPL-1.2
package org.samband.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samband.act.Outcome;

/// The declarations are made up (EXERCISE) in the fixed public formula. Source: `spec/document/`,
/// section 1.
@NullUnmarked // what is missing fails the test
class AlignmentDeclarationsTest {
    private static final String DECLARATION =
            """
            EXERCISE declaration by the High Representative on behalf of the EU, 12 April 2031

            On 12 March 2031, the Council adopted Decision (CFSP) 2031/411 [1].
            The Council Decision prolongs the EXERCISE measures against Ruritania for six months.
            The Candidate Countries the Republic of North Macedonia*, Montenegro and Albania, the
            potential candidate Bosnia and Herzegovina, and the EFTA countries Liechtenstein and
            Norway, members of the European Economic Area, align themselves with this Council
            Decision. They will ensure that their national policies conform to it.

            [1] Published on 13.3.2031 in the Official Journal of the European Union L 70, p. 31.
            """;
    private final Documents documents = new Documents();
    private final DocumentForm form = documents.form("alignment-declaration").orElseThrow();

    private Outcome<DocumentReading> read(String text) {
        return documents.read(form, text.getBytes(UTF_8));
    }

    private DocumentReading accepted(String text) {
        assertThat(read(text)).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<DocumentReading>) read(text)).value();
    }

    @Test
    void theFormulaGivesDecisionDaysReferenceAndCountries() {
        var fields = accepted(DECLARATION).fields();
        assertThat(fields)
                .containsEntry("decision", "Council Decision (CFSP) 2031/411")
                .containsEntry("adopted-on", "2031-03-12")
                .containsEntry("declared-on", "2031-04-12")
                .containsEntry("oj", "OJ L 70, p. 31")
                .containsEntry(
                        "subject",
                        "The Council Decision prolongs the EXERCISE measures against Ruritania for"
                                + " six months.");
        assertThat(fields.get("aligned-countries").lines())
                .containsExactly(
                        "Albania",
                        "Bosnia and Herzegovina",
                        "Liechtenstein",
                        "Montenegro",
                        "North Macedonia",
                        "Norway");
        assertThat(fields.get("not-named").lines()).contains("Iceland", "Ukraine", "Türkiye");
        assertThat(fields.get("declaration")).startsWith("EXERCISE").endsWith("p. 31.");
    }

    @Test
    void whatIsNotThereStaysOpenAndIsSaid() {
        var reading =
                accepted(
                        DECLARATION
                                .replace(", 12 April 2031", "")
                                .replaceAll("(?m)^\\[1].*\n", ""));
        assertThat(reading.fields()).doesNotContainKeys("declared-on", "oj");
        assertThat(reading.notes()).anyMatch(note -> note.en().contains("day of the declaration"));
        assertThat(reading.marking().isMissing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On 12 March 2031 the Council adopted Council Implementing Decision (CFSP) 2031/9"
                        + " on it. | Council Implementing Decision (CFSP) 2031/9",
                "On 12 March 2031, the Council adopted Decision 2031/45/CFSP. | Council Decision"
                        + " 2031/45/CFSP",
                "On 12 March 2031, the Council of the European Union adopted the Decision (CFSP) No"
                        + " 2031/45 [2]. | Council Decision (CFSP) No 2031/45",
            })
    void theFormulaHasSeveralForms(String adopted, String decision) {
        assertThat(accepted(adopted + " Norway aligns itself with this Decision.").fields())
                .containsEntry("decision", decision)
                .containsEntry("aligned-countries", "Norway");
    }

    @Test
    void aCountryThatIsNamedElsewhereDoesNotAlign() {
        var fields =
                accepted(
                                "On 2 March 2031, the Council adopted Decision (CFSP) 2031/1. It"
                                        + " concerns Ukraine. Turkey and Iceland align themselves with"
                                        + " it. Serbia was informed.")
                        .fields();
        assertThat(fields.get("aligned-countries").lines()).containsExactly("Iceland", "Türkiye");
        assertThat(fields.get("subject")).isEqualTo("It concerns Ukraine.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXERCISE note on something else.",
                "On 12 March 2031, the Council adopted Decision (CFSP) 2031/411. Nobody followed.",
                "On 12 March 2031, the Council adopted Decision (CFSP) 2031/411. They align"
                        + " themselves with it.",
                "On 31 February 2031, the Council adopted Decision (CFSP) 2031/411. Norway aligns"
                        + " itself with it.",
            })
    void whatIsNoDeclarationIsRefusedWithWhatIsMissing(String text) {
        var refusal = ((Outcome.Refused<DocumentReading>) read(text)).refusal();
        assertThat(refusal.rule()).isEqualTo(DocumentRule.NO_DECLARATION);
        assertThat(refusal.sentence()).doesNotContain("{");
    }

    @Test
    void whatIsEmptyTooLargeOrNoTextIsRefused() {
        assertThat(rule(new byte[0])).isEqualTo(DocumentRule.EMPTY);
        assertThat(rule(new byte[DocumentForm.LARGEST + 1])).isEqualTo(DocumentRule.TOO_LARGE);
        assertThat(rule(new byte[] {(byte) 0xff, 'a'})).isEqualTo(DocumentRule.NOT_TEXT);
        assertThat(rule(new byte[] {0, 1, 2})).isEqualTo(DocumentRule.NOT_TEXT);
    }

    private Object rule(byte[] document) {
        return ((Outcome.Refused<DocumentReading>) documents.read(form, document)).refusal().rule();
    }
}
