/**
 * Expressions as a small tree, and how each of Argo's four notations writes it: a text tag, {@code {{=…}}} and
 * {@code expression} fields, {@code when}, {@code depends}. Knows nothing of templates.
 */
@NullMarked
package io.tiphys.generator.dsl.expression;

import org.jspecify.annotations.NullMarked;
