package io.tiphys.verifier;

import io.tiphys.model.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings of many files: texts that are equal are kept once. */
final class Collected {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();

    void addAll(List<Finding> more) {
        more.forEach(this::add);
    }

    void add(Finding finding) {
        Finding.Place place = finding.place();
        findings.add(new Finding(
                finding.rule(),
                finding.severity(),
                once(finding.message()),
                once(finding.remedy()),
                new Finding.Place(
                        once(place.file()),
                        place.document(),
                        place.line(),
                        place.column(),
                        once(place.pointer()),
                        once(place.template()),
                        once(place.container())),
                finding.java(),
                finding.refusedBy(),
                finding.waiver()));
    }

    private String once(String text) {
        return texts.computeIfAbsent(text, first -> first);
    }

    int size() {
        return findings.size();
    }

    List<Finding> all() {
        return findings;
    }
}
