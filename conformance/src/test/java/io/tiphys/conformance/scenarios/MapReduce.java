package io.tiphys.conformance.scenarios;

import static io.tiphys.generator.dsl.Dsl.artifact;
import static io.tiphys.generator.dsl.Dsl.artifactOutput;
import static io.tiphys.generator.dsl.Dsl.dag;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.parameter;
import static io.tiphys.generator.dsl.Dsl.script;
import static io.tiphys.generator.dsl.Variables.item;
import static io.tiphys.generator.dsl.Variables.workflowName;

import io.tiphys.generator.dsl.ArtifactInput;
import io.tiphys.generator.dsl.Input;
import io.tiphys.generator.dsl.Location;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.ScriptTemplate;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.generator.dsl.WorkflowParameter;

/** Fan-out over parts in a bucket, and fan-in. */
public final class MapReduce implements TemplateSource {
    private final WorkflowParameter numParts = parameter("numParts", 4);
    private final Input parts = input("numParts");
    private final Input partId = input("partId");
    private final ArtifactInput part = artifact("part", "/mnt/in/part.json");
    private final ArtifactInput results = artifact("results", "/mnt/in").from(inBucket("results"));
    private final ScriptTemplate python =
            script("python").image("python:alpine3.23").command("python");

    private final Template split = python.named("split")
            .source("""
                    import json
                    import os
                    import sys
                    os.mkdir("/mnt/out")
                    partIds = list(map(lambda x: str(x), range({{numParts}})))
                    for i, partId in enumerate(partIds, start=1):
                      with open("/mnt/out/" + partId + ".json", "w") as f:
                        json.dump({"foo": i}, f)
                    json.dump(partIds, sys.stdout)
                    """, parts)
            .outputs(artifactOutput("parts", "/mnt/out").unpacked().to(inBucket("parts/")));
    private final Template map = python.named("map")
            .inputs(partId, part)
            .source("""
                    import json
                    import os
                    import sys
                    os.mkdir("/mnt/out")
                    with open("/mnt/in/part.json") as f:
                      part = json.load(f)
                    with open("/mnt/out/part.json", "w") as f:
                      json.dump({"bar": part["foo"] * 2}, f)
                    """)
            .outputs(artifactOutput("part", "/mnt/out/part.json")
                    .unpacked()
                    .to(inBucket("results/" + partId + ".json")));
    private final Template reduce = python.named("reduce")
            .inputs(results)
            .source("""
                    import json
                    import os
                    import sys
                    total = 0
                    os.mkdir("/mnt/out")
                    for f in list(map(lambda x: open("/mnt/in/" + x), os.listdir("/mnt/in"))):
                      result = json.load(f)
                      total = total + result["bar"]
                    with open("/mnt/out/total.json" , "w") as f:
                      json.dump({"total": total}, f)
                    """)
            .outputs(artifactOutput("total", "/mnt/out/total.json").unpacked().to(inBucket("total.json")));

    @Override
    public Manifest define(Site site) {
        return site.workflow("map-reduce-")
                .annotation("workflows.argoproj.io/version", ">= 3.0.0")
                .description("""
                        This workflow demonstrates map-reduce using "key-only" artifacts.
                        The first task "split" produces a number of parts, each in the form of a JSON document, saving it to a bucket.
                        Each "map" task then reads those documents, performs a map operation, and writes them out to a new bucket.
                        Finally, "reduce" merges all the mapped documents into a final document.
                        """)
                .entrypoint(dag("main", d -> {
                    var split = d.task("split", this.split.with(parts, numParts));
                    var map = d.task("map", this.map.with(partId, item()))
                            .with(part, inBucket("parts/" + item() + ".json"))
                            .forEach(split.result());
                    d.task("reduce", reduce).after(map);
                }));
    }

    private static Location inBucket(String key) {
        return Location.s3(workflowName() + "/" + key);
    }
}
