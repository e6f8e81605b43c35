/** What a reader sees of a result: text for terminals, JSON and SARIF for programs, JUnit, GitHub, Markdown and HTML for where people read. Judges nothing. */
@NullMarked
package io.tiphys.verifier.report;

import org.jspecify.annotations.NullMarked;
