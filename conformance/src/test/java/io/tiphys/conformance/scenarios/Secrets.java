package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.secret;
import static io.tiphys.generator.dsl.Dsl.secretVolume;

import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.TemplateSource;

/** A secret as a variable and as a file. */
public final class Secrets implements TemplateSource {
    @Override
    public Manifest define(Site site) {
        return site.workflow("secrets-")
                .label("workflows.argoproj.io/no-test", "environment")
                .entrypoint(container("print-secret")
                        .image("alpine:3.23")
                        .command("sh", "-c")
                        .args(" echo \"secret from env: $MYSECRETPASSWORD\";"
                                + " echo \"secret from file: `cat /secret/mountpath/mypassword`\" ")
                        .env("MYSECRETPASSWORD", secret("my-secret", "mypassword"))
                        .mount(secretVolume("my-secret-vol", "my-secret", "/secret/mountpath")));
    }
}
