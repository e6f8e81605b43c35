/** Build-time only: turns the schema into typed classes and into the JSON resources that validation reads. */
@NullMarked
package io.tiphys.model.codegen;

import org.jspecify.annotations.NullMarked;
