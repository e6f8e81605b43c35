package io.tiphys.generator.dsl;

import java.util.Optional;
import java.util.function.Function;

/**
 * Where a template stands.
 *
 * @param volumesInSpec whether volumes of the spec reach every pod
 * @param declared the declaration of something that a template only mentions in a text, by its path
 */
record Context(Site site, boolean volumesInSpec, Function<String, Optional<Declaration>> declared) {}
