package io.tiphys.generator.tour;

import static io.tiphys.generator.dsl.Dsl.*;
import static io.tiphys.generator.dsl.Variables.*;

import io.tiphys.generator.dsl.*;
import java.util.Map;

/** All kinds of template that run something. */
public final class Kinds implements TemplateSource {
    private final Input scan = input("scan");
    private final ContainerTemplate tool = container("tool").image("registry.example.org/tool:2.0");

    @Override
    public Manifest define(Site site) {
        // tour:beside
        Template served = tool.named("served")
                .initContainer(container("fetch")
                        .image("busybox:1.37")
                        .command("wget", "-P", "/data", scan)
                        .mount(emptyDir("data", "/data", "10Gi")))
                .sidecar(container("cache").image("redis:7"))
                .mount(emptyDir("data", "/data", "10Gi"));
        // end
        // tour:set
        Template set = containerSet("set", c -> {
            var split = c.container(tool.named("split").args("split"));
            c.container(tool.named("main").args("merge")).after(split);
        });
        // end
        // tour:script
        Template script = script("count").image("python:3.13").command("python").source("""
                for i in range({{count}}):
                    print(i)
                """, input("count", 3));
        // end
        // tour:resource
        Template claim = resource("make-claim", "create")
                .manifest("""
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata: {generateName: scratch-}
                        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                        """)
                .ownedByWorkflow()
                .outputs(output("name").fromJsonPath("{.metadata.name}"));
        // end
        // tour:others
        Template call = http("call", "https://example.org/scans/" + scan)
                .successCondition(response("statusCode").is(200));
        Template files = data("files", Location.s3("raw/").field("bucket", "scans"))
                .transform("filter(data, {# endsWith '.nxs'})")
                .outputs(artifactOutput("list", "/tmp/list.json"));
        Template told = plugin("tell", "slack", Map.of("text", "Scan " + scan + " is done"));
        Template asked = suspend("ask").outputs(output("go").supplied().oneOf("yes", "no"));
        // end
        return site.clusterWorkflowTemplate("kinds")
                .entrypoint(script)
                .template(served)
                .template(set)
                .template(claim)
                .template(call)
                .template(files)
                .template(told)
                .template(asked);
    }
}
