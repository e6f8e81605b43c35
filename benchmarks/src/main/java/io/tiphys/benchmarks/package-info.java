/** One class per step, each with a state that is like real work. No assertions: the modules' own tests have them. */
@NullMarked
package io.tiphys.benchmarks;

import org.jspecify.annotations.NullMarked;
