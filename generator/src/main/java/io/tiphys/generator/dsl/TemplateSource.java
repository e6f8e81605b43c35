package io.tiphys.generator.dsl;

import io.tiphys.model.object.Authored;

/**
 * A class that defines one manifest. {@code generate} makes an instance with its public constructor without parameters
 * and calls {@link #define}. Where one class has several variants it is an enum: each constant defines a manifest.
 */
public interface TemplateSource extends Authored {

    /**
     * The manifest. Must depend on nothing but the class and the site: no clock, no random value, no environment.
     *
     * @param site the facility's defaults
     */
    Manifest define(Site site);
}
