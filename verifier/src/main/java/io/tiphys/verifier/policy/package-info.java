/**
 * ValidatingAdmissionPolicies, their bindings and params: read from files, matched and evaluated as the API server
 * does. Here is what a policy means; what an expression means is in {@code cel}.
 *
 * <p><b>Values that are not known.</b> An effective pod can hold texts such as
 * <code>{{inputs.parameters.nprocs}}</code>, which only a run fills in. A verdict that depends on one is
 * <i>undetermined</i>. First each watched value records whether the evaluation looked at it: if none was, the verdict
 * stands. If one was, the policy is evaluated again with samples in place of the placeholders: the same placeholder
 * has the same value everywhere, several values are tried, for all placeholders alike and for each another. They suit
 * the field's type, and come from the literals of the policy and its params too, so that a policy that looks for a
 * certain text meets it. All allowed is allowed, all denied is denied, anything else is undetermined. Unknowns of the
 * CEL runtime would not do: they know no equality, so that request = limit = the same placeholder would be undetermined,
 * and they are lost in comprehensions, where all containers are looked at.
 */
@NullMarked
package io.tiphys.verifier.policy;

import org.jspecify.annotations.NullMarked;
