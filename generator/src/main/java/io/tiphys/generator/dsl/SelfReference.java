package io.tiphys.generator.dsl;

/** The template that is being defined, for recursion. */
final class SelfReference extends Callable {
    @Override
    Call call() {
        return Call.of(this);
    }
}
