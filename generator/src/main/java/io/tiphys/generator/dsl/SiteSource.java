package io.tiphys.generator.dsl;

/** A class that names the facility's defaults. A project has at most one, or takes one from a library by its name. */
public interface SiteSource {

    /** The defaults. */
    Site site();
}
