/**
 * The authoring language: what a template author writes. A thin layer over the typed model; every value is immutable and
 * every call remembers the author's line. Nothing here reads files, loads classes or judges.
 */
@NullMarked
package io.tiphys.generator.dsl;

import org.jspecify.annotations.NullMarked;
