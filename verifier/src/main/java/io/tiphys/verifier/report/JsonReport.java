package io.tiphys.verifier.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.VerifyResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;

/** The report for programs: same result, same bytes. */
public final class JsonReport {
    private static final int SCHEMA = 1;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonReport() {}

    /** The whole report, ending with a line feed. */
    public static String write(VerifyResult result) {
        StringWriter text = new StringWriter();
        try {
            write(result, text);
        } catch (IOException e) {
            throw new IllegalStateException("a text can be written to", e);
        }
        return text.toString();
    }

    /** The same, one entry after the other: reports of many files are large. The writer is not closed. */
    public static void write(VerifyResult result, Writer target) throws IOException {
        JsonGenerator json = generator(new ObjectMapper(), target);
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeStringField("argoVersion", result.settings().argoVersion());
        json.writeStringField("kubernetesVersion", result.settings().kubernetesVersion());
        json.writeStringField("crds", result.settings().crds());
        json.writeStringField("profile", result.settings().profile());
        json.writeArrayFieldStart("documents");
        for (VerifyResult.DocumentVerdict document : result.documents()) {
            json.writeTree(document(document));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : result.findings()) {
            json.writeTree(finding(finding));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("policies");
        for (VerifyResult.PolicyVerdict verdict : result.policies()) {
            json.writeTree(policy(verdict));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
        target.write("\n");
    }

    /** Indented, with line feeds on every system; it does not close the writer. */
    static JsonGenerator generator(ObjectMapper mapper, Writer target) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return mapper.createGenerator(target)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
    }

    private static ObjectNode document(VerifyResult.DocumentVerdict document) {
        return JSON.objectNode()
                .put("file", document.file())
                .put("index", document.index())
                .put("apiVersion", document.apiVersion())
                .put("kind", document.kind())
                .put("name", document.name())
                .put("verdict", document.verdict().label());
    }

    private static ObjectNode policy(VerifyResult.PolicyVerdict verdict) {
        ObjectNode entry = JSON.objectNode()
                .put("policy", verdict.policy())
                .put("binding", verdict.binding())
                .put("document", verdict.document())
                .put("file", verdict.file())
                .put("pod", verdict.pod())
                .put("outcome", verdict.outcome());
        entry.set("actions", texts(verdict.actions()));
        return entry.put("reason", verdict.reason()).put("message", verdict.message());
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
