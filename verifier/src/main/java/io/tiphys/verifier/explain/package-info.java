/** What a workflow will be when it runs, for people: its pods, what they take, and where each field came from. It judges nothing. */
@NullMarked
package io.tiphys.verifier.explain;

import org.jspecify.annotations.NullMarked;
