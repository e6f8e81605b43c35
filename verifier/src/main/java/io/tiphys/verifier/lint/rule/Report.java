package io.tiphys.verifier.lint.rule;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlNode;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.schema.CrdProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what rules find in one object; the same thing is kept once. */
public final class Report {
    private final Manifest manifest;
    private final CrdProfile crds;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

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

    /** Something wrong at an offset of a text: in a block, the line is that of the offset. */
    public void addAt(Rule rule, JsonPointer at, int offset, String message, RealProgram... refusedBy) {
        Position position = manifest.document()
                .node(at)
                .filter(YamlNode.Scalar.class::isInstance)
                .map(node -> position((YamlNode.Scalar) node, at, offset))
                .orElse(manifest.document().position(at));
        add(manifest.finding(rule, at, position, message).withRefusedBy(refusedBy));
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

    private Position position(YamlNode.Scalar scalar, JsonPointer at, int offset) {
        Position start = manifest.document().position(at);
        if (scalar.style() != YamlNode.Style.LITERAL) {
            return start;
        }
        String before =
                scalar.text().substring(0, Math.min(offset, scalar.text().length()));
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(scalar.start().line() + 1 + lines, start.column());
    }
}
