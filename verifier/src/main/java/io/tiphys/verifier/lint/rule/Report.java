package io.tiphys.verifier.lint.rule;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlNode;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.Nearest;
import io.tiphys.verifier.schema.CrdProfile;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what rules find in one object; the same thing is kept once. */
public final class Report {
    /** To find a place in a text, the text is read up to there: of more findings in one, only the first point at theirs. */
    private static final int MOST_EXACT = 200;

    private final Manifest manifest;
    private final CrdProfile crds;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<JsonPointer, Integer> places = new HashMap<>();

    /**
     * An empty report.
     *
     * @param crds what the API server looks into: with minimal CRDs it takes any spec
     */
    public Report(Manifest manifest, CrdProfile crds) {
        this.manifest = manifest;
        this.crds = crds;
    }

    /** Something wrong at a node. */
    public void add(Rule rule, JsonPointer at, String message, RealProgram... refusedBy) {
        add(manifest.finding(rule, at, message).withRefusedBy(refusedBy));
    }

    /** The same, with another severity than the rule's. */
    public void add(Rule rule, Severity severity, JsonPointer at, String message, RealProgram... refusedBy) {
        add(manifest.finding(rule, at, message).withSeverity(severity).withRefusedBy(refusedBy));
    }

    /** The same, with a remedy that fits better than the rule's. */
    public void add(Rule rule, JsonPointer at, String message, String remedy, RealProgram... refusedBy) {
        add(manifest.finding(rule, at, message).withRemedy(remedy).withRefusedBy(refusedBy));
    }

    /**
     * A name that is none of those that are known: the message ends with the nearest, or with all where they are few.
     *
     * @param message what is said of the name
     */
    public void addUnknown(
            Rule rule,
            JsonPointer at,
            String message,
            String name,
            Collection<String> known,
            RealProgram... refusedBy) {
        add(
                rule,
                at,
                message + Nearest.hintOrAll(name, known),
                Nearest.remedy(name, known).orElse(rule.remedy()),
                refusedBy);
    }

    /** A value that is none of those that are allowed; the message has named them. */
    public void addChoice(
            Rule rule,
            JsonPointer at,
            String message,
            String value,
            Collection<String> allowed,
            RealProgram... refusedBy) {
        add(
                rule,
                at,
                message + Nearest.hint(value, allowed),
                Nearest.remedy(value, allowed).orElse(rule.remedy()),
                refusedBy);
    }

    /** The line of a node, to be named in a message. */
    public int line(JsonPointer at) {
        return manifest.document().position(at).line();
    }

    /** Something wrong with a key, or with a field as a whole. */
    public void addKey(Rule rule, JsonPointer at, String message, String remedy, RealProgram... refusedBy) {
        add(manifest.findingAtKey(rule, at, message).withRemedy(remedy).withRefusedBy(refusedBy));
    }

    /** Something wrong at an offset of a text. */
    public void addAt(Rule rule, JsonPointer at, int offset, String message, RealProgram... refusedBy) {
        addAt(rule, at, offset, message, rule.remedy(), refusedBy);
    }

    /** The same, with a remedy that fits better than the rule's. */
    public void addAt(Rule rule, JsonPointer at, int offset, String message, String remedy, RealProgram... refusedBy) {
        boolean exact = places.merge(at, 1, Integer::sum) <= MOST_EXACT;
        Position position = manifest.document()
                .node(at)
                .filter(node -> exact && node instanceof YamlNode.Scalar)
                .map(node -> ((YamlNode.Scalar) node).position(offset))
                .orElseGet(() -> manifest.document().valuePosition(at));
        add(manifest.finding(rule, at, position, message).withRemedy(remedy).withRefusedBy(refusedBy));
    }

    private void add(Finding complete) {
        boolean inSpec = complete.place().pointer().startsWith(manifest.root() + "/spec");
        Finding finding = crds == CrdProfile.MINIMAL && inSpec ? withoutApiServer(complete) : complete;
        findings.merge(
                finding.rule() + finding.place().pointer() + finding.message(),
                finding,
                (first, second) -> first.withRefusedBy(second.refusedBy()));
    }

    /** All of them, in the order of the file. */
    public List<Finding> findings() {
        return findings.values().stream().sorted(Finding.ORDER).toList();
    }

    private static Finding withoutApiServer(Finding finding) {
        return finding.withoutRefusedBy(RealProgram.API_SERVER);
    }
}
