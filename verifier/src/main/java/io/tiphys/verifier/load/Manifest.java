package io.tiphys.verifier.load;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlDocument;
import java.util.Optional;

/**
 * One object to judge, or to refer to.
 *
 * @param file path with {@code /}, relative to the base folder of the run
 * @param document the content, with positions
 * @param judged false for what is only context: it may be referred to, but gets no findings
 * @param index the Java lines of generated files
 * @param root where the object stands in its document: empty, or an item of a list; pointers that are asked for start there
 */
public record Manifest(String file, YamlDocument document, boolean judged, SourceIndex index, JsonPointer root) {

    /** An object that is a whole document. */
    public Manifest(String file, YamlDocument document, boolean judged, SourceIndex index) {
        this(file, document, judged, index, JsonPointer.empty());
    }

    /** The content as Kubernetes sees it; not to be changed. */
    public JsonNode json() {
        return document.json();
    }

    /** {@code apiVersion}, or empty where it is absent or no text. */
    public String apiVersion() {
        return json().path("apiVersion").asText("");
    }

    /** {@code kind}, or empty. */
    public String kind() {
        return json().path("kind").asText("");
    }

    /** {@code metadata.name}, or {@code metadata.generateName}, or empty. */
    public String name() {
        JsonNode metadata = json().path("metadata");
        return metadata.path("name").asText(metadata.path("generateName").asText(""));
    }

    /** {@code metadata.namespace}, or empty. */
    public String namespace() {
        return json().path("metadata").path("namespace").asText("");
    }

    /** Whether it is one of the four kinds that hold a workflow spec. */
    public boolean isArgo() {
        return isArgo(apiVersion(), kind());
    }

    /** The same, of an object that is not at hand. */
    public static boolean isArgo(String apiVersion, String kind) {
        return apiVersion.equals("argoproj.io/v1alpha1")
                && switch (kind) {
                    case "Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow" -> true;
                    default -> false;
                };
    }

    /** Where the workflow spec is: {@code /spec}, or {@code /spec/workflowSpec} of a CronWorkflow. */
    public JsonPointer specPointer() {
        return JsonPointer.compile(kind().equals("CronWorkflow") ? "/spec/workflowSpec" : "/spec");
    }

    /**
     * A finding at a node of this document: with file, line, column, Java line and the template it lies in. It points at
     * the value of a field if that is a scalar, else at the key.
     */
    public Finding finding(Rule rule, JsonPointer pointer, String message) {
        return finding(rule, pointer, document.valuePosition(pointer), message);
    }

    /** The same for what is wrong with a key, or with a field as a whole. */
    public Finding findingAtKey(Rule rule, JsonPointer pointer, String message) {
        return finding(rule, pointer, document.position(pointer), message);
    }

    /** The same, at a more exact position, such as a character inside a text. */
    public Finding finding(Rule rule, JsonPointer pointer, Position position, String message) {
        Optional<JavaLine> java = index.find(file, document.index(), pointer);
        return Finding.of(rule, message)
                .withPlace(new Finding.Place(
                        file,
                        document.index(),
                        position.line(),
                        position.column(),
                        root.append(pointer).toString(),
                        templateAt(pointer),
                        ""))
                .withJava(java);
    }

    /** The name of the template that a pointer lies in, or empty. */
    private String templateAt(JsonPointer pointer) {
        JsonPointer templates = specPointer().appendProperty("templates");
        String prefix = templates + "/";
        String text = pointer.toString();
        if (!text.startsWith(prefix)) {
            return "";
        }
        int end = text.indexOf('/', prefix.length());
        String template = end < 0 ? text : text.substring(0, end);
        return json().at(template).path("name").asText("");
    }
}
