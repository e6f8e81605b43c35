/** The goals: each reads its parameters into one record, calls one method, translates the outcome. No rule lives here. */
@NullMarked
package io.tiphys.maven;

import org.jspecify.annotations.NullMarked;
