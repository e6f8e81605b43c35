/** Whole processes instead of a warm JVM: a project of many template classes, generated from the cold start to the last file. */
@NullMarked
package io.tiphys.benchmarks.whole;

import org.jspecify.annotations.NullMarked;
