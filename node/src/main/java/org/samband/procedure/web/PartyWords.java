// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.samband.parties.Area;
import org.samband.parties.Authority;
import org.samband.parties.PartyCode;
import org.samband.parties.Profile;
import org.samband.parties.Role;
import org.samband.procedure.Procedure;
import org.samband.procedure.Subject;
import org.samband.web.Choice;
import org.samband.web.Words;

/// Names of parties, areas and roles as a page says them.
public record PartyWords(Profile profile, PartyCode own, Words words) {

    public String party(PartyCode code) {
        return profile.said(code, words.language());
    }

    public String party(String code) {
        return profile.parties().stream()
                .filter(party -> party.code().value().equals(code))
                .map(party -> party(party.code()))
                .findFirst()
                .orElse(code);
    }

    /// An authority of a party; its code where the profile does not name it.
    public String authority(String party, String code) {
        return profile.parties().stream()
                .filter(one -> one.code().value().equals(party))
                .flatMap(one -> one.authority(code).stream())
                .map(Authority::name)
                .map(words::in)
                .findFirst()
                .orElse(code);
    }

    /// A party, with its authority where one is named.
    ///
    /// @param party code
    /// @param authority code
    public String who(String party, Optional<String> authority) {
        return authority
                .map(code ->
                        words.of("procedure.follow-up.who", party(party), authority(party, code)))
                .orElseGet(() -> party(party));
    }

    public PartyCode counterpart() {
        return profile.counterpart(own).code();
    }

    /// A moment with the towns of both parties' zones.
    public String at(Instant moment) {
        return ClockLine.moment(moment, this);
    }

    public String area(String shortName) {
        return profile.area(shortName)
                .map(Area::name)
                .map(words::in)
                .orElse(words.of("procedure.area.none"));
    }

    /// A commitment by its paragraph and short title.
    String subject(String commitment) {
        var title = profile.commitments().get(commitment);
        return title == null ? commitment : subject(new Subject(commitment, title));
    }

    private String subject(Subject one) {
        return one.paragraph() + ": " + words.in(one.title());
    }

    /// The commitments that a dossier of a procedure can name.
    List<Choice> subjects(String procedure) {
        return Subject.of(profile, procedure).stream().map(this::choice).toList();
    }

    Choice choice(Subject one) {
        return new Choice(one.commitment(), subject(one));
    }

    /// Whether it can also name commitments that a later version of the text added.
    boolean namesLater(String procedure) {
        return Subject.canBeLater(profile, procedure);
    }

    /// Identities of the commitments that each dossier of a procedure is to name.
    List<String> standingItems(String procedure) {
        return Subject.standingItems(profile, procedure).stream().map(Subject::commitment).toList();
    }

    /// Whose turn it is: this party's, the other one's, either's, nobody's any more.
    public String turn(List<PartyCode> turn) {
        return switch (turn.size()) {
            case 0 -> words.of("procedure.turn.nobody");
            case 1 ->
                    turn.getFirst().equals(own)
                            ? words.of("procedure.turn.ours")
                            : party(turn.getFirst());
            default -> words.of("procedure.turn.both");
        };
    }

    /// @param word as it stands in entries, for instance `desk officer`
    public String role(String word) {
        try {
            return role(Role.of(word));
        } catch (IllegalArgumentException otherWord) {
            return word;
        }
    }

    public String role(Role role) {
        return words.of("procedure.role." + role.word().replace(' ', '-'));
    }

    public String roles(Collection<Role> roles) {
        return words.list(roles.stream().sorted().map(this::role).toList());
    }

    /// An act, or a word that stands for acts or for a party, in the list of crossings.
    public String act(Procedure procedure, String name) {
        return procedure
                .act(name)
                .map(act -> words.in(act.title()))
                .orElseGet(() ->
                        name.equals("same")
                                ? words.of("procedure.how.same")
                                : name.equals("any")
                                        ? words.of("procedure.how.any")
                                        : by(procedure, name));
    }

    /// The party that a role of a procedure means, in general words.
    public String by(Procedure procedure, String role) {
        var own = procedure.roles().get(role);
        return own == null ? words.of("procedure.by." + role) : words.in(own);
    }
}
