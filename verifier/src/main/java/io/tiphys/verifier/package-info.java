/** The facade: loads, judges and sums up. Each kind of judgement has a package of its own. */
@NullMarked
package io.tiphys.verifier;

import org.jspecify.annotations.NullMarked;
