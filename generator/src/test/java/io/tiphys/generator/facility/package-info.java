/** The helpers for facilities, each with what it becomes. */
package io.tiphys.generator.facility;
