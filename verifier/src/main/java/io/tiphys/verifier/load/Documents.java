package io.tiphys.verifier.load;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlFile;
import io.tiphys.model.yaml.YamlNode;
import io.tiphys.model.yaml.YamlProblem;
import io.tiphys.model.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** From the text of one file to objects. */
final class Documents {
    private static final JsonPointer ITEMS = JsonPointer.compile("/items");

    private final String file;
    private final boolean judged;
    private final SourceIndex index;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Documents(String file, boolean judged, SourceIndex index) {
        this.file = file;
        this.judged = judged;
        this.index = index;
    }

    Loaded read(String text) {
        YamlFile yaml = new YamlReader().read(text);
        OptionalInt templated =
                yaml.problems().stream().anyMatch(Documents::isText) ? HelmText.firstLine(text) : OptionalInt.empty();
        if (templated.isPresent()) {
            findings.add(at(
                            Finding.of(LoadRules.TEMPLATED, "the file holds {{…}} of a Helm chart and is not YAML"),
                            new Position(templated.getAsInt(), 1),
                            yaml.documents())
                    .withRefusedBy(RealProgram.API_SERVER));
        }
        for (YamlProblem problem : yaml.problems()) {
            if (templated.isEmpty() || !isText(problem)) {
                findings.add(problem(problem, yaml.documents()));
            }
        }
        yaml.documents().forEach(this::document);
        return new Loaded(manifests, findings);
    }

    private static boolean isText(YamlProblem problem) {
        return problem.kind() == YamlProblem.Kind.SYNTAX || problem.kind() == YamlProblem.Kind.NOT_JSON;
    }

    private Finding problem(YamlProblem problem, List<YamlDocument> documents) {
        Rule rule =
                switch (problem.kind()) {
                    case LIMIT -> LoadRules.LIMIT;
                    case DUPLICATE_KEY -> LoadRules.DUPLICATE_KEY;
                    case DROPPED -> LoadRules.DROPPED;
                    case SYNTAX, NOT_JSON -> LoadRules.NOT_YAML;
                };
        Finding finding = at(Finding.of(rule, problem.message()), problem.position(), documents);
        return problem.kind() == YamlProblem.Kind.DROPPED ? finding : finding.withRefusedBy(RealProgram.API_SERVER);
    }

    /** What is no document has the number behind the one that stands before it. */
    private Finding at(Finding finding, Position at, List<YamlDocument> documents) {
        int index = documents.stream()
                .filter(document -> document.root().start().line() <= at.line())
                .mapToInt(document -> document.index() + 1)
                .max()
                .orElse(0);
        return finding.withPlace(new Finding.Place(file, index, at.line(), at.column(), "", "", ""));
    }

    private void document(YamlDocument document) {
        Manifest manifest = new Manifest(file, document, judged, index);
        if (judged) {
            for (YamlProblem problem : document.problems()) {
                Finding found = problem(problem, List.of(document));
                findings.add(found.withPlace(manifest.finding(
                                LoadRules.NOT_YAML, item(document, problem), problem.position(), problem.message())
                        .place()));
            }
        }
        Optional<YamlNode.Sequence> items = items(document);
        if (items.isEmpty()) {
            object(manifest);
            return;
        }
        for (int i = 0; i < items.get().items().size(); i++) {
            JsonNode json = document.json().path("items").get(i);
            YamlDocument item =
                    new YamlDocument(document.index(), items.get().items().get(i), json, List.of());
            object(new Manifest(file, item, judged, index, ITEMS.appendIndex(i)));
        }
    }

    /** The objects of a document that is a list of them. */
    private static Optional<YamlNode.Sequence> items(YamlDocument document) {
        boolean list = document.json().path("kind").asText("").endsWith("List");
        return document.node(ITEMS)
                .filter(node -> list && node instanceof YamlNode.Sequence)
                .map(YamlNode.Sequence.class::cast);
    }

    /** The object of a list in which a problem stands; otherwise the whole document. */
    private static JsonPointer item(YamlDocument document, YamlProblem problem) {
        List<YamlNode> items = items(document).map(YamlNode.Sequence::items).orElse(List.of());
        JsonPointer at = JsonPointer.empty();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).start().line() <= problem.position().line()) {
                at = ITEMS.appendIndex(i);
            }
        }
        return at;
    }

    private void object(Manifest manifest) {
        JsonNode json = manifest.json();
        boolean hasVersion = json.path("apiVersion").isTextual();
        boolean hasKind = json.path("kind").isTextual();
        boolean looksLikeObject = hasVersion || hasKind || json.path("metadata").isObject();
        if (!json.isObject() || !looksLikeObject) {
            if (judged) {
                findings.add(manifest.finding(
                        LoadRules.NO_OBJECT,
                        JsonPointer.empty(),
                        "the document has neither kind nor apiVersion: it is no object, and is not judged"));
            }
            return;
        }
        manifests.add(manifest);
        if (!judged || Kinds.isKnown(manifest)) {
            return;
        }
        if (!hasVersion || !hasKind) {
            String missing = hasVersion ? "kind" : hasKind ? "apiVersion" : "apiVersion and kind";
            findings.add(manifest.finding(LoadRules.NO_KIND, JsonPointer.empty(), "the object has no " + missing)
                    .withRemedy(
                            "Add " + missing + ", such as apiVersion: argoproj.io/v1alpha1 and kind: WorkflowTemplate.")
                    .withRefusedBy(RealProgram.API_SERVER));
            return;
        }
        Optional<String> meant = Kinds.slipOf(manifest.apiVersion(), manifest.kind());
        meant.ifPresent(known -> findings.add(slip(manifest, known)));
    }

    private static Finding slip(Manifest manifest, String known) {
        String apiVersion = known.substring(0, known.lastIndexOf('/'));
        String kind = known.substring(known.lastIndexOf('/') + 1);
        boolean wrongKind = !manifest.kind().equals(kind);
        String seen = wrongKind ? "kind \"" + manifest.kind() : "apiVersion \"" + manifest.apiVersion();
        String meant = wrongKind && !manifest.apiVersion().equals(apiVersion)
                ? kind + "\" of " + apiVersion
                : (wrongKind ? kind : apiVersion) + "\"";
        String remedy = (wrongKind ? "kind: " + kind : "apiVersion: " + apiVersion)
                + (wrongKind && !manifest.apiVersion().equals(apiVersion) ? " and apiVersion: " + apiVersion : "");
        return manifest.finding(
                        LoadRules.KIND,
                        JsonPointer.compile(wrongKind ? "/kind" : "/apiVersion"),
                        "no cluster knows the " + seen + "\"; did you mean \"" + meant + "?")
                .withRemedy(
                        "Write " + remedy + "; as it stands, argo lint skips the object and the cluster refuses it.")
                .withRefusedBy(RealProgram.API_SERVER);
    }
}
