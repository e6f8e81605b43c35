/** The pod that Argo's controller makes of a template, computed without a cluster, and where each part of it comes from. */
@NullMarked
package io.tiphys.verifier.pod;

import org.jspecify.annotations.NullMarked;
