// SPDX-License-Identifier: EUPL-1.2
package org.samband.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samband.act.Outcome;
import org.samband.label.Marking;

/// The messages are made up (EXERCISE). Source: `spec/document/`, section 2.
class CiseMessagesTest {
    private static final String MESSAGE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <s:Push xmlns:s="http://www.cise.eu/servicemodel/v1/message/" xmlns:v="urn:EXERCISE">
              <CreationDateTime>2031-05-01T10:00:00Z</CreationDateTime>
              <MessageID>EXERCISE-1</MessageID>
              <Sender><ServiceID>exercise.push</ServiceID><ServiceType>VesselService</ServiceType></Sender>
              <Payload>
                <InformationSecurityLevel>NonClassified</InformationSecurityLevel>
                <InformationSensitivity>Green</InformationSensitivity>
                <IsPersonalData>false</IsPersonalData>
                <Purpose>SAR</Purpose>
                <EnsureEncryption>false</EnsureEncryption>
                <v:Vessel><Name>MV EXERCISE</Name><Purpose>hidden</Purpose></v:Vessel>
                <v:Vessel><Name>MV OTHER</Name></v:Vessel>
              </Payload>
            </s:Push>
            """;
    private final Documents documents = new Documents();
    private final DocumentForm form = documents.form("cise-message").orElseThrow();

    private Outcome<DocumentReading> read(String xml) {
        return documents.read(form, xml.getBytes(UTF_8));
    }

    private DocumentReading accepted(String xml) {
        assertThat(read(xml)).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted<DocumentReading>) read(xml)).value();
    }

    private Object refused(String xml) {
        return ((Outcome.Refused<DocumentReading>) read(xml)).refusal().rule();
    }

    @Test
    void theHeaderGivesMarkingPurposeAndKindsAndNoContent() {
        var reading = accepted(MESSAGE);
        assertThat(reading.marking()).isEqualTo(Marking.parse("TLP:GREEN"));
        assertThat(reading.notes()).isEmpty();
        assertThat(reading.fields())
                .isEqualTo(
                        Map.of(
                                "purpose",
                                "search-rescue",
                                "information",
                                """
                                CISE Push
                                ServiceType: VesselService
                                ServiceID: exercise.push
                                MessageID: EXERCISE-1
                                CreationDateTime: 2031-05-01T10:00:00Z
                                Purpose: SAR
                                Vessel: 2\
                                """));
    }

    @ParameterizedTest
    @CsvSource({
        "NonSpecified, White, TLP:CLEAR",
        "NonClassified, Amber, TLP:AMBER",
        "NonClassified, Red, TLP:RED",
        "EURestricted, Amber, EU:R-UE|TLP:AMBER",
        "EUTopSecret, NonSpecified, EU:TS-UE",
    })
    void levelAndSensitivityBecomeTheMarking(String level, String sensitivity, String marking) {
        var xml =
                MESSAGE.replace("NonClassified", level).replace(">Green<", ">" + sensitivity + "<");
        assertThat(accepted(xml).marking().toString()).isEqualTo(marking);
    }

    @Test
    void whatTheOfficerMustKnowIsSaid() {
        var xml =
                MESSAGE.replace("<IsPersonalData>false", "<IsPersonalData>true")
                        .replace(">Green<", ">NonSpecified<")
                        .replace(">SAR<", ">BorderMonitoring<");
        var reading = accepted(xml);
        assertThat(reading.notes()).hasSize(3);
        assertThat(reading.fields()).doesNotContainKey("purpose");
    }

    @Test
    void aWordThatTheModelDoesNotHaveIsRefusedAndNeverGuessed() {
        assertThat(refused(MESSAGE.replace(">Green<", ">Greenish<")))
                .isEqualTo(DocumentRule.UNKNOWN_WORD);
        assertThat(refused(MESSAGE.replace("NonClassified", "Secret")))
                .isEqualTo(DocumentRule.UNKNOWN_WORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXERCISE",
                "<Push><open></Push>",
                "<!DOCTYPE Push [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Push>&e;</Push>",
                "<!DOCTYPE Push [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Push>&b;</Push>",
            })
    void whatIsNoSafeXmlIsRefused(String xml) {
        assertThat(refused(xml)).isEqualTo(DocumentRule.NO_XML);
    }

    @Test
    void depthAndNumberAreBounded() {
        assertThat(refused("<Push>" + "<a>".repeat(200) + "</a>".repeat(200) + "</Push>"))
                .isEqualTo(DocumentRule.NO_XML);
        assertThat(refused("<Push>" + "<a/>".repeat(100_001) + "</Push>"))
                .isEqualTo(DocumentRule.NO_XML);
        accepted("<Push>" + "<a/>".repeat(1_000) + "</Push>");
    }

    @Test
    void anotherElementIsNoMessage() {
        for (var name : List.of("html", "Vessel", "push")) {
            assertThat(refused("<" + name + "/>")).isEqualTo(DocumentRule.NO_MESSAGE);
        }
    }
}
