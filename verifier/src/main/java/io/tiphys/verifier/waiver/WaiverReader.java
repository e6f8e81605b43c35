package io.tiphys.verifier.waiver;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads waivers from a file, and from annotations {@code waiver.tiphys.io/<rule>} of judged documents and their templates.
 * The value of an annotation is YAML: {@code {reason: …, owner: …, expires: …}} or a list of these, each narrowed down by
 * {@code container}, and of a document by {@code template}.
 */
final class WaiverReader {
    private static final JsonPointer ANNOTATIONS = JsonPointer.compile("/metadata/annotations");
    private static final JsonPointer ROOT = JsonPointer.empty();

    private @Nullable WaiverSchema schema;
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
            List<Error> errors = schema().ofFile(document.json());
            WaiverMessages messages = new WaiverMessages(schema());
            errors.forEach(error -> findings.add(manifest.finding(
                    WaiverRules.FORM, WaiverMessages.place(error), messages.message(error, "the file"))));
            if (errors.isEmpty()) {
                int index = 0;
                for (JsonNode item : document.json().path("waivers")) {
                    JsonPointer at = JsonPointer.compile("/waivers").appendIndex(index++);
                    add(manifest, at, item.path("rule").asText(), Selector.of(item.path("selector")), item);
                }
            }
        }
    }

    /** The waivers of a document's annotations, and those of its templates. */
    void manifest(Manifest manifest) {
        annotations(manifest, ROOT, Optional.empty(), "");
        if (manifest.isArgo()) {
            JsonPointer templates = manifest.specPointer().appendProperty("templates");
            int index = 0;
            for (JsonNode template : manifest.json().at(templates)) {
                JsonPointer at = templates.appendIndex(index++);
                annotations(manifest, at, Optional.of(template.path("name").asText("")), "");
                inline(manifest, at.appendProperty("steps"), template.path("steps"));
                inline(manifest, at.appendProperty("dag").appendProperty("tasks"), template.at("/dag/tasks"));
            }
        } else if (manifest.apiVersion().equals("batch/v1")) {
            String job = manifest.kind().equals("CronJob") ? "/spec/jobTemplate" : "";
            annotations(manifest, JsonPointer.compile(job + "/spec/template"), Optional.empty(), "");
        }
    }

    /** Templates without a name, in a step of a group or a task. */
    private void inline(Manifest manifest, JsonPointer list, JsonNode items) {
        for (int i = 0; i < items.size(); i++) {
            JsonPointer at = list.appendIndex(i);
            if (items.get(i).isArray()) {
                inline(manifest, at, items.get(i));
            } else if (items.get(i).has("inline")) {
                JsonPointer template = at.appendProperty("inline");
                annotations(
                        manifest,
                        template,
                        Optional.empty(),
                        manifest.root().append(template).toString());
            }
        }
    }

    private void annotations(Manifest manifest, JsonPointer owner, Optional<String> template, String within) {
        JsonPointer at = owner.append(ANNOTATIONS);
        boolean whole = owner.matches();
        for (Map.Entry<String, JsonNode> annotation : manifest.json().at(at).properties()) {
            if (annotation.getKey().startsWith(Waiver.ANNOTATION)) {
                JsonPointer here = at.appendProperty(annotation.getKey());
                String rule = annotation.getKey().substring(Waiver.ANNOTATION.length());
                for (JsonNode item : items(annotation.getValue().asText(""))) {
                    List<Error> errors = schema().ofAnnotation(item, whole);
                    WaiverMessages messages = new WaiverMessages(schema());
                    errors.forEach(error -> findings.add(manifest.finding(
                            WaiverRules.FORM, here, messages.message(error, "the waiver of " + rule))));
                    if (errors.isEmpty()) {
                        add(manifest, here, rule, Selector.of(manifest, template, within, item), item);
                    }
                }
            }
        }
    }

    /** What an annotation holds: one waiver or several; a text that is no YAML is a waiver that is wrong. */
    private static Iterable<JsonNode> items(String text) {
        List<YamlDocument> documents = new YamlReader().read(text).documents();
        JsonNode json = documents.size() == 1 ? documents.get(0).json() : NullNode.instance;
        return json.isArray() && !json.isEmpty() ? json : List.of(json);
    }

    private void add(Manifest manifest, JsonPointer at, String rule, Selector selector, JsonNode item) {
        String expires = item.path("expires").asText();
        Waiver waiver =
                new Waiver(item.path("reason").asText(), item.path("owner").asText(), expires);
        waivers.add(new ScopedWaiver(manifest, at, rule, selector, waiver, LocalDate.parse(expires)));
    }

    /** Read when the first waiver needs it: most repositories have none. */
    private WaiverSchema schema() {
        WaiverSchema known = schema == null ? new WaiverSchema() : schema;
        schema = known;
        return known;
    }
}
