package io.tiphys.generator;

import io.tiphys.model.finding.Finding;
import java.util.List;

/**
 * What came of it.
 *
 * @param upToDate whether nothing had changed since the last run, so that nothing was rendered
 * @param files the manifests, relative to their folder, sorted
 * @param findings what is wrong; if there are any, nothing was written
 * @param traces stack traces of the author's own exceptions, for those who ask for them
 */
public record GenerateResult(boolean upToDate, List<String> files, List<Finding> findings, List<String> traces) {
    public GenerateResult {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        traces = List.copyOf(traces);
    }
}
