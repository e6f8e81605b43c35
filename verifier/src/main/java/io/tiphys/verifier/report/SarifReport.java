package io.tiphys.verifier.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.RuleCatalogue;
import io.tiphys.verifier.VerifyResult;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SARIF 2.1.0 (OASIS), for code scanning. Waived findings are in it as suppressed. */
final class SarifReport {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ROOT = "SRCROOT";

    private final Map<String, ObjectNode> rules = new TreeMap<>();
    private final Map<String, Integer> positions = new TreeMap<>();

    private SarifReport(VerifyResult result) {
        Map<String, Rule> known = new TreeMap<>();
        RuleCatalogue.all().forEach(rule -> known.put(rule.id(), rule));
        for (Finding finding : result.findings()) {
            rules.computeIfAbsent(finding.rule(), id -> rule(finding, known.get(id)));
        }
        rules.keySet().forEach(id -> positions.put(id, positions.size()));
    }

    static void write(VerifyResult result, Writer writer) throws IOException {
        JsonGenerator json = JsonReport.generator(new ObjectMapper(), writer);
        json.writeStartObject();
        json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        new SarifReport(result).run(result, json);
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
        writer.write("\n");
    }

    private void run(VerifyResult result, JsonGenerator json) throws IOException {
        json.writeStartObject();
        ObjectNode driver = JSON.objectNode().put("name", "Tiphys");
        driver.putArray("rules").addAll(rules.values());
        json.writeFieldName("tool");
        json.writeTree(JSON.objectNode().set("driver", driver));
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("results");
        for (Finding finding : result.findings()) {
            json.writeTree(result(finding));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static ObjectNode rule(Finding finding, @Nullable Rule rule) {
        ObjectNode node = JSON.objectNode().put("id", finding.rule());
        String summary = rule == null ? finding.rule() : rule.summary();
        String remedy = rule == null ? finding.remedy() : rule.remedy();
        node.putObject("shortDescription").put("text", summary);
        if (!remedy.isEmpty()) {
            node.putObject("help").put("text", remedy);
        }
        Severity severity = rule == null ? finding.severity() : rule.severity();
        node.putObject("defaultConfiguration").put("level", level(severity));
        return node;
    }

    private ObjectNode result(Finding finding) {
        ObjectNode result = JSON.objectNode()
                .put("ruleId", finding.rule())
                .put("ruleIndex", positions.getOrDefault(finding.rule(), -1))
                .put("level", level(finding.severity()));
        String remedy = finding.remedy().isEmpty() ? "" : "\n" + finding.remedy();
        result.putObject("message").put("text", finding.message() + remedy);
        Finding.Place place = finding.place();
        if (!place.file().isEmpty()) {
            ObjectNode location = result.putArray("locations").addObject();
            ObjectNode physical = location.putObject("physicalLocation");
            physical.set("artifactLocation", artifact(place.file()));
            if (place.line() > 0) {
                physical.putObject("region")
                        .put("startLine", place.line())
                        .put("startColumn", Math.max(1, place.column()));
            }
            if (!place.pointer().isEmpty()) {
                location.putArray("logicalLocations").addObject().put("fullyQualifiedName", place.pointer());
            }
        }
        finding.java().ifPresent(java -> {
            ObjectNode related = result.putArray("relatedLocations").addObject().put("id", 0);
            related.putObject("message").put("text", "written by " + java.className());
            ObjectNode physical = related.putObject("physicalLocation");
            physical.set("artifactLocation", artifact(java.file()));
            physical.putObject("region").put("startLine", java.line());
        });
        finding.waiver().ifPresent(waiver -> result.putArray("suppressions")
                .addObject()
                .put("kind", "external")
                .put("status", "accepted")
                .put("justification", waiver.reason()));
        if (!finding.refusedBy().isEmpty()) {
            result.putObject("properties")
                    .put(
                            "refusedBy",
                            finding.refusedBy().stream().map(RealProgram::label).collect(Collectors.joining(", ")));
        }
        return result;
    }

    private static ObjectNode artifact(String file) {
        boolean absolute = file.startsWith("/") || file.matches("[A-Za-z]:/.*");
        ObjectNode artifact = JSON.objectNode().put("uri", uri(file, absolute));
        return absolute ? artifact : artifact.put("uriBaseId", ROOT);
    }

    private static String uri(String file, boolean absolute) {
        try {
            String path = absolute && !file.startsWith("/") ? "/" + file : absolute ? file : "/" + file;
            String encoded = new URI(null, null, path, null).toASCIIString();
            return absolute ? "file://" + encoded : encoded.substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path that begins with a slash is a URI", e);
        }
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.label();
    }
}
