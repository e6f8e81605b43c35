/** Holds the data of this module to its own cases, in our engine and in a real API server. */
package io.tiphys.policies;
