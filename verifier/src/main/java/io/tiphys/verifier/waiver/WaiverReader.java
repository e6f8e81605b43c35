package io.tiphys.verifier.waiver;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.Waiver;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlFile;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.load.Manifest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads waivers from a file, and from annotations {@code waiver.tiphys.io/<rule>} of judged documents and their templates.
 * The value of an annotation is YAML: {@code {reason: …, owner: …, expires: …}}.
 */
final class WaiverReader {
    private static final String PREFIX = "waiver.tiphys.io/";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Optional<WaiverSchema> schema = Optional.empty();
    private final List<ScopedWaiver> waivers = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    List<ScopedWaiver> waivers() {
        return waivers;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The waivers of a file. */
    void file(String name, String text) {
        YamlFile yaml = new YamlReader().read(text);
        yaml.problems()
                .forEach(problem -> findings.add(Finding.of(WaiverRules.FORM, problem.message())
                        .withPlace(new Finding.Place(
                                name,
                                0,
                                problem.position().line(),
                                problem.position().column(),
                                "",
                                "",
                                ""))));
        for (YamlDocument document : yaml.documents()) {
            Manifest manifest = new Manifest(name, document, true, SourceIndex.EMPTY);
            if (isWellFormed(document.json(), manifest, JsonPointer.empty(), true)) {
                int index = 0;
                for (JsonNode item : document.json().path("waivers")) {
                    JsonNode selector = item.path("selector");
                    add(
                            manifest,
                            JsonPointer.compile("/waivers").appendIndex(index++),
                            item,
                            text(selector, "file"),
                            OptionalInt.empty(),
                            text(selector, "template"),
                            text(selector, "container"));
                }
            }
        }
    }

    /** The waivers of a document's annotations, and those of its templates. */
    void manifest(Manifest manifest) {
        annotations(manifest, JsonPointer.compile("/metadata/annotations"), Optional.empty());
        if (manifest.isArgo()) {
            JsonPointer templates = manifest.specPointer().appendProperty("templates");
            int index = 0;
            for (JsonNode template : manifest.json().at(templates)) {
                JsonPointer at = templates
                        .appendIndex(index++)
                        .appendProperty("metadata")
                        .appendProperty("annotations");
                annotations(manifest, at, Optional.of(template.path("name").asText("")));
            }
        }
    }

    private void annotations(Manifest manifest, JsonPointer at, Optional<String> template) {
        for (Map.Entry<String, JsonNode> annotation : manifest.json().at(at).properties()) {
            if (annotation.getKey().startsWith(PREFIX)) {
                annotation(
                        manifest,
                        at.appendProperty(annotation.getKey()),
                        annotation.getKey().substring(PREFIX.length()),
                        annotation.getValue().asText(""),
                        template);
            }
        }
    }

    private void annotation(Manifest manifest, JsonPointer at, String rule, String text, Optional<String> template) {
        List<YamlDocument> documents = new YamlReader().read(text).documents();
        if (documents.size() != 1 || !documents.get(0).json().isObject()) {
            add(manifest, at, "the waiver is no YAML mapping of reason, owner and expires");
            return;
        }
        ObjectNode item = documents.get(0).json().deepCopy();
        item.put("rule", rule);
        item.putObject("selector").put("file", manifest.file());
        ObjectNode file = NODES.objectNode();
        file.putArray("waivers").add(item);
        if (isWellFormed(file, manifest, at, false)) {
            OptionalInt document = OptionalInt.of(manifest.document().index());
            add(manifest, at, item, Optional.of(manifest.file()), document, template, Optional.empty());
        }
    }

    private static Optional<String> text(JsonNode selector, String field) {
        return Optional.ofNullable(selector.path(field).textValue());
    }

    private void add(
            Manifest manifest,
            JsonPointer at,
            JsonNode item,
            Optional<String> file,
            OptionalInt document,
            Optional<String> template,
            Optional<String> container) {
        String expires = item.path("expires").asText();
        waivers.add(new ScopedWaiver(
                manifest,
                at,
                item.path("rule").asText(),
                file,
                document,
                template,
                container,
                new Waiver(item.path("reason").asText(), item.path("owner").asText(), expires),
                LocalDate.parse(expires)));
    }

    private boolean isWellFormed(JsonNode json, Manifest manifest, JsonPointer at, boolean inside) {
        WaiverSchema known = schema.orElseGet(WaiverSchema::new);
        schema = Optional.of(known);
        List<Error> errors = known.validate(json);
        for (Error error : errors) {
            String place = error.getInstanceLocation().toString();
            String message = place.isEmpty() ? error.getMessage() : place + ": " + error.getMessage();
            add(manifest, inside ? JsonPointer.compile(place) : at, message);
        }
        return errors.isEmpty();
    }

    private void add(Manifest manifest, JsonPointer at, String message) {
        findings.add(manifest.finding(WaiverRules.FORM, at, message));
    }
}
