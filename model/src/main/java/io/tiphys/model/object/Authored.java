package io.tiphys.model.object;

/** Marks classes whose lines count as the author's: a finding is shown there rather than in a helper that they call. */
public interface Authored {}
