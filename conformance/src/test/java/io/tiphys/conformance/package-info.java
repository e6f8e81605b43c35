/**
 * Compares us with recorded answers of the real programs: one class per row of the table, each a reader of one part of
 * the corpus and a comparison. Nothing here may know the name of a case; what cannot be compared, and what may still
 * differ, stands in {@code incomparable.yaml} and {@code ratchet.yaml}.
 */
package io.tiphys.conformance;
