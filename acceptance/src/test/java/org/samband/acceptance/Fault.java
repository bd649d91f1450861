// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What the kill test does to the pair while officers act. The weights say how many of a hundred
/// are of a kind.
enum Fault {
    NODE_KILLED(7, "kill -9 of a node's program"),
    NODE_AND_DATABASE_KILLED(
            5, "kill -9 of a node's program, its PostgreSQL and its guard at once"),
    BOTH_NODES_KILLED(4, "kill -9 of both nodes with their PostgreSQL at once"),
    DATABASE_KILLED(6, "kill -9 of PostgreSQL's first process"),
    DATABASE_PROCESS_KILLED(5, "kill -9 of one of PostgreSQL's other processes"),
    LINE_CUT(14, "the line is cut both ways, connections are refused"),
    LINE_CUT_ONE_WAY(9, "one node no longer reaches the other"),
    LINE_SILENT(8, "connections stand and nothing passes"),
    LINE_SLOW(9, "bytes pass late and in pieces"),
    BYTES_CHANGED(10, "a bit of every chunk is turned"),
    BYTES_DOUBLED(6, "every chunk passes twice"),
    BYTES_LOST(5, "the end of every chunk is lost"),
    ANSWER_LOST(10, "a delivery arrives, its answer does not: it comes twice"),
    CONNECTION_REPLAYED(2, "all that a node sent on a connection is sent again");

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

    boolean killsANode() {
        return compareTo(BOTH_NODES_KILLED) <= 0;
    }

    /// A plan with every kind in it, by weight, in an order that the seed decides.
    static List<Fault> plan(int count, Random random) {
        var plan = new ArrayList<Fault>(List.of(values()));
        int all = 0;
        for (var fault : values()) {
            all += fault.weight;
        }
        while (plan.size() < count) {
            int at = random.nextInt(all);
            int kind = 0;
            while (at >= values()[kind].weight) {
                at -= values()[kind].weight;
                kind++;
            }
            plan.add(values()[kind]);
        }
        Collections.shuffle(plan, random);
        return List.copyOf(plan.subList(0, count));
    }
}
