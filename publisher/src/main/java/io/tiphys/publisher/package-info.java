/**
 * Publishes rendered manifests to the repository that Argo CD syncs: which files are ours, what changes, what the commit
 * says, and another try when somebody else was faster. Git itself is in {@code git}; nothing of Maven comes in here.
 */
@NullMarked
package io.tiphys.publisher;

import org.jspecify.annotations.NullMarked;
