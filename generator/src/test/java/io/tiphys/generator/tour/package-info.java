/** The classes of the tour in docs/language.md, whose snippets stand between {@code // tour:NAME} and {@code // end}. */
package io.tiphys.generator.tour;
