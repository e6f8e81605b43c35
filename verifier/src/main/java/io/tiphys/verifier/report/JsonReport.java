package io.tiphys.verifier.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.VerifyResult;
import java.util.List;

/** The report for programs: same result, same bytes. */
public final class JsonReport {
    private static final int SCHEMA = 1;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonReport() {}

    /** The whole report, ending with a line feed. */
    public static String write(VerifyResult result) {
        ObjectNode root = JSON.objectNode().put("schema", SCHEMA);
        root.put("argoVersion", result.settings().argoVersion());
        root.put("kubernetesVersion", result.settings().kubernetesVersion());
        root.put("crds", result.settings().crds());
        root.put("profile", result.settings().profile());
        ArrayNode documents = root.putArray("documents");
        for (VerifyResult.DocumentVerdict document : result.documents()) {
            documents
                    .addObject()
                    .put("file", document.file())
                    .put("index", document.index())
                    .put("apiVersion", document.apiVersion())
                    .put("kind", document.kind())
                    .put("name", document.name())
                    .put("verdict", document.verdict().label());
        }
        ArrayNode findings = root.putArray("findings");
        result.findings().forEach(finding -> findings.add(finding(finding)));
        ArrayNode policies = root.putArray("policies");
        for (VerifyResult.PolicyVerdict verdict : result.policies()) {
            ObjectNode entry = policies.addObject()
                    .put("policy", verdict.policy())
                    .put("binding", verdict.binding())
                    .put("document", verdict.document())
                    .put("file", verdict.file())
                    .put("pod", verdict.pod())
                    .put("outcome", verdict.outcome());
            entry.set("actions", texts(verdict.actions()));
            entry.put("reason", verdict.reason()).put("message", verdict.message());
        }
        try {
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new ObjectMapper()
                            .writer(printer.withObjectIndenter(indenter).withArrayIndenter(indenter))
                            .writeValueAsString(root)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    private static ObjectNode finding(Finding finding) {
        Finding.Place place = finding.place();
        ObjectNode entry = JSON.objectNode()
                .put("rule", finding.rule())
                .put("severity", finding.severity().label())
                .put("message", finding.message())
                .put("remedy", finding.remedy())
                .put("file", place.file())
                .put("document", place.document())
                .put("line", place.line())
                .put("column", place.column())
                .put("pointer", place.pointer())
                .put("template", place.template())
                .put("container", place.container());
        entry.putNull("java");
        finding.java().ifPresent(java -> entry.putObject("java")
                .put("class", java.className())
                .put("file", java.file())
                .put("line", java.line()));
        entry.set(
                "refusedBy",
                texts(finding.refusedBy().stream()
                        .map(program -> program.label())
                        .toList()));
        entry.putNull("waiver");
        finding.waiver().ifPresent(waiver -> entry.putObject("waiver")
                .put("reason", waiver.reason())
                .put("owner", waiver.owner())
                .put("expires", waiver.expires()));
        return entry;
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(array::add);
        return array;
    }
}
