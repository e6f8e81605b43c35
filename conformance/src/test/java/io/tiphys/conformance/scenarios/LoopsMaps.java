package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Variables.item;

import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;
import java.util.Map;

/** A loop over maps. */
public final class LoopsMaps implements TemplateSource {
    private final Input image = input("image");
    private final Input tag = input("tag");
    private final Template cat =
            container("cat-os-release").image(image + ":" + tag).command("cat").args("/etc/os-release");

    @Override
    public Manifest define(Site site) {
        return site.workflow("loops-maps-")
                .label("workflows.argoproj.io/no-test", "environment")
                .annotation("workflows.argoproj.io/no-test-resons", """
                        the code that checks images allowed to run in test runs before the actual
                        image value is applied. In this case it checks for the template variable
                        and it is not an allowed image
                        """)
                .entrypoint(steps("loop-map-example", s -> s.step("test-linux", cat)
                        .with(image, item("image"))
                        .with(tag, item("tag"))
                        .forEach(
                                os("debian", "9.1"), os("debian", "8.9"), os("alpine", "3.6"), os("ubuntu", "17.10"))));
    }

    private static Map<String, String> os(String image, String tag) {
        return Map.of("image", image, "tag", tag);
    }
}
