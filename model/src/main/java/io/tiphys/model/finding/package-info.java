/** What is wrong with a user's work, where, and how to mend it. Nothing here decides anything. */
@NullMarked
package io.tiphys.model.finding;

import org.jspecify.annotations.NullMarked;
