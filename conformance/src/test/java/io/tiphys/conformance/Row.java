package io.tiphys.conformance;

/** One row of the table: reads a part of the corpus and compares each case of it with what we say. */
interface Row {

    /** The name in the table. */
    String name();

    /** Tells the tally about each case. Where the part is absent, about none. */
    void compare(Corpus corpus, Tally tally);
}
