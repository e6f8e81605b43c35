package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.name.NameForm;
import io.tiphys.verifier.lint.spec.GoText;
import java.util.List;
import java.util.Optional;

/** What a template gives. */
final class Outputs {
    private static final List<String> SOURCES = List.of("path", "jqFilter", "jsonPath", "parameter", "expression");

    private final Visited template;
    private final Known known;
    private final Variables variables;
    private final Kind kind;

    Outputs(Visited template, Known known, Variables variables) {
        this.template = template;
        this.known = known;
        this.variables = variables;
        this.kind = Kind.encoded(template.json());
    }

    void check() throws RefusedException {
        JsonNode outputs = template.json().path("outputs");
        JsonPointer parameters = template.at("outputs", "parameters");
        JsonPointer artifacts = template.at("outputs", "artifacts");
        Names.parameterNames(Fields.items(outputs, "parameters"), parameters);
        Names.parameterNames(Fields.items(outputs, "artifacts"), artifacts);
        variables.check(outputs, GoText.OUTPUTS, known, template.at("outputs"));
        int index = 0;
        for (JsonNode artifact : Fields.items(outputs, "artifacts")) {
            artifact(artifact, template.at(artifacts, index++));
        }
        index = 0;
        for (JsonNode parameter : Fields.items(outputs, "parameters")) {
            parameter(parameter, template.at(parameters, index++));
        }
        Optional<String> archive = Locations.problem(template.json().path("archiveLocation"));
        if (archive.isPresent()) {
            throw new RefusedException(template.at("archiveLocation"), archive.get());
        }
    }

    private void artifact(JsonNode artifact, JsonPointer at) throws RefusedException {
        String path = Fields.text(artifact, "path");
        Optional<String> problem = kind.isLeaf()
                ? Paths.problem(Fields.text(artifact, "name"), path)
                : Optional.of("only templates that run something take paths of artifacts")
                        .filter(message -> !path.isEmpty());
        if (problem.isPresent()) {
            throw new RefusedException(at, problem.get());
        }
        globalName(artifact, at);
    }

    private static void globalName(JsonNode output, JsonPointer at) throws RefusedException {
        String name = Fields.text(output, "globalName");
        if (!name.isEmpty() && !Tags.isParameter(name) && !NameForm.ARGO_PARAMETER.matches(name)) {
            throw new RefusedException(at, "the globalName \"" + name + "\" is not well spelt");
        }
    }

    private void parameter(JsonNode parameter, JsonPointer at) throws RefusedException {
        JsonNode from = parameter.path("valueFrom");
        boolean sourced = Fields.has(parameter, "valueFrom");
        if (sourced == Fields.hasValue(parameter)) {
            throw new RefusedException(at, "the output needs either value or valueFrom");
        }
        if (sourced) {
            long sources = SOURCES.stream()
                            .filter(source -> !Fields.text(from, source).isEmpty())
                            .count()
                    + (Fields.has(from, "supplied") ? 1 : 0);
            if (sources != 1) {
                throw new RefusedException(
                        at, "valueFrom of the output has " + (sources == 0 ? "no source" : "several sources"));
            }
            List<String> fitting = fitting();
            if (!fitting.isEmpty()
                    && fitting.stream()
                            .allMatch(source -> Fields.text(from, source).isEmpty())) {
                throw new RefusedException(
                        at, "valueFrom of an output of this kind of template needs " + String.join(" or ", fitting));
            }
        }
        globalName(parameter, at);
    }

    private List<String> fitting() {
        return switch (kind) {
            case CONTAINER, CONTAINER_SET, SCRIPT -> List.of("path");
            case RESOURCE -> List.of("jqFilter", "jsonPath");
            case DAG, STEPS -> List.of("parameter", "expression");
            default -> List.of();
        };
    }
}
