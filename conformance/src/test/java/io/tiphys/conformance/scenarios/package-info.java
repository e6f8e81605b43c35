/** Sixteen of Argo's examples as template classes: what the language has to be short in. */
package io.tiphys.conformance.scenarios;
