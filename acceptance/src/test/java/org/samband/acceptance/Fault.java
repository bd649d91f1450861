// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What the kill test does to the pair while officers act. The weights say how many of a hundred
/// are of a kind.
enum Fault {
    NODE_KILLED(5, "kill -9 of a node's program"),
    NODE_AND_DATABASE_KILLED(
            2, "kill -9 of a node's program, its PostgreSQL and its guard at once"),
    NODE_AND_DATABASE_KILLED_AT_AN_ANSWER(
            2, "the same with the line cut, as soon as the node has said that an act is done"),
    BOTH_NODES_KILLED(3, "kill -9 of both nodes with their PostgreSQL at once"),
    DATABASE_KILLED(3, "kill -9 of PostgreSQL's first process"),
    DATABASE_KILLED_AT_AN_ANSWER(
            3, "kill -9 of all PostgreSQL with the line cut, as soon as an act is said to be done"),
    DATABASE_PROCESS_KILLED(6, "kill -9 of one of PostgreSQL's other processes"),
    LINE_CUT(14, "the line is cut both ways, connections are refused"),
    LINE_CUT_ONE_WAY(10, "one node no longer reaches the other"),
    LINE_SILENT(8, "connections stand and nothing passes"),
    LINE_SLOW(10, "bytes pass late and in pieces"),
    BYTES_CHANGED(10, "a bit of every chunk is turned"),
    BYTES_DOUBLED(7, "every chunk passes twice"),
    BYTES_LOST(5, "the end of every chunk is lost"),
    ANSWER_LOST(10, "a delivery arrives, its answer does not: it comes twice"),
    CONNECTION_REPLAYED(2, "all that a node sent on a connection is sent again");

    private static final float HUNDRED = 100;

    private final int weight;
    private final String sentence;

    Fault(int weight, String sentence) {
        this.weight = weight;
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    boolean killsSomething() {
        return compareTo(DATABASE_PROCESS_KILLED) <= 0;
    }

    boolean killsADatabase() {
        return killsSomething() && !killsANode();
    }

    /// What was acknowledged is then nowhere but on the disk of that node: neither has it been
    /// delivered, nor had a database that acknowledges early the time to write it.
    boolean comesAtAnAnswer() {
        return this == NODE_AND_DATABASE_KILLED_AT_AN_ANSWER
                || this == DATABASE_KILLED_AT_AN_ANSWER;
    }

    boolean killsANode() {
        return compareTo(BOTH_NODES_KILLED) <= 0;
    }

    /// A plan with every kind in it, as often as its weight says, in an order that the seed
    /// decides.
    static List<Fault> plan(int count, Random random) {
        var plan = new ArrayList<Fault>();
        for (var fault : values()) {
            int times = Math.max(1, Math.round(count * fault.weight / HUNDRED));
            plan.addAll(Collections.nCopies(times, fault));
        }
        while (plan.size() < count) {
            plan.add(values()[random.nextInt(values().length)]);
        }
        Collections.shuffle(plan, random);
        return List.copyOf(plan.subList(0, count));
    }
}
