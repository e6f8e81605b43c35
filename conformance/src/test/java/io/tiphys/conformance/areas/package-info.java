/** The seed systems: what each asks for, looked up in what its template classes become. */
package io.tiphys.conformance.areas;
